@NullMarked
package netlab.validate;

import org.jspecify.annotations.NullMarked;
