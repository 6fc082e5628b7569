/** Plugin {@code vrrp.version}: the version of VRRP that routers speak. */
@NullMarked
package netlab.plugin.vrrp;

import org.jspecify.annotations.NullMarked;
