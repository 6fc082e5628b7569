/** Plugin ospf.areas: types of OSPF areas (RFC 2328, RFC 3101), ranges and filters. */
@NullMarked
package netlab.plugin.areas;

import org.jspecify.annotations.NullMarked;
