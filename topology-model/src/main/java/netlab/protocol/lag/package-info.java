/** Link aggregation (IEEE 802.1AX), over one neighbor or over two that act as one (MLAG). */
@NullMarked
package netlab.protocol.lag;

import org.jspecify.annotations.NullMarked;
