/** One lab on several machines. */
@NullMarked
package netlab.plugin.multiserver;

import org.jspecify.annotations.NullMarked;
