/** Plugins {@code tunnel.gre} and {@code tunnel.wireguard}: links over other links. */
@NullMarked
package netlab.plugin.tunnel;

import org.jspecify.annotations.NullMarked;
