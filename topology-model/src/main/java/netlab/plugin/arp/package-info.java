/** Plugin {@code proxy_arp}: routers answer ARP requests for others. */
@NullMarked
package netlab.plugin.arp;

import org.jspecify.annotations.NullMarked;
