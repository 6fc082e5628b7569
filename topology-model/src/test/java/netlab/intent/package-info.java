/** Tests of the way from a lab file to its intent. */
@NullMarked
package netlab.intent;

import org.jspecify.annotations.NullMarked;
