/** Static routes: those of hosts to their gateways, and those other protocols ask for. */
@NullMarked
package netlab.protocol.routing;

import org.jspecify.annotations.NullMarked;
