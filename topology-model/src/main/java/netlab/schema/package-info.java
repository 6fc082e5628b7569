/** Attributes as data: what a lab file may say, and typed values that still know their place. */
@NullMarked
package netlab.schema;

import org.jspecify.annotations.NullMarked;
