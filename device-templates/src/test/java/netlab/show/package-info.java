/** Tests of the readers over recorded outputs. */
@NullMarked
package netlab.show;

import org.jspecify.annotations.NullMarked;
