/** Plugin bgp.policy: routing policies on BGP sessions, roles (RFC 9234), aggregates. */
@NullMarked
package netlab.plugin.policy;

import org.jspecify.annotations.NullMarked;
