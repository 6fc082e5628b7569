/** Tests of templates that labs bring. */
@NullMarked
package netlab.custom;

import org.jspecify.annotations.NullMarked;
