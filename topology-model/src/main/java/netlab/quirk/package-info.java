/** What devices do differently from the common model; applied to the finished lab. */
@NullMarked
package netlab.quirk;

import org.jspecify.annotations.NullMarked;
