/** Plugin bgp.domain: internal BGP sessions within domains of an AS. */
@NullMarked
package netlab.plugin.domain;

import org.jspecify.annotations.NullMarked;
