/** Plugin {@code firewall.zonebased}: zones of interfaces, and what may pass between them. */
@NullMarked
package netlab.plugin.firewall;

import org.jspecify.annotations.NullMarked;
