/** Rules that hold for all of the code: its structure, and what a start of the program loads. */
@NullMarked
package netlab.arch;

import org.jspecify.annotations.NullMarked;
