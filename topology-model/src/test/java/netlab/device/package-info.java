/** Tests of device facts. */
@NullMarked
package netlab.device;

import org.jspecify.annotations.NullMarked;
