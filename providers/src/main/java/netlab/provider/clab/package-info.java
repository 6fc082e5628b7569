/**
 * Labs in containers, by containerlab: one topology file, configuration bound into place before the
 * routers start. See https://containerlab.dev/manual/topo-def-file/.
 */
@NullMarked
package netlab.provider.clab;

import org.jspecify.annotations.NullMarked;
