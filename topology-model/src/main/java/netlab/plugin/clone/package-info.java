/** Plugin {@code node.clone}: copies of a node, with its links and its places in groups. */
@NullMarked
package netlab.plugin.clone;

import org.jspecify.annotations.NullMarked;
