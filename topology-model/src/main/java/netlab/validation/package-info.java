/** The tests that a lab file brings: what is wrong with them before anything runs. */
@NullMarked
package netlab.validation;

import org.jspecify.annotations.NullMarked;
