/** Plugin ebgp.multihop: external BGP sessions between loopbacks. */
@NullMarked
package netlab.plugin.multihop;

import org.jspecify.annotations.NullMarked;
