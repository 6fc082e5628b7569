/** Routing policies and the lists they use, access lists, static routes, routes of hosts. */
@NullMarked
package netlab.protocol.routing;

import org.jspecify.annotations.NullMarked;
