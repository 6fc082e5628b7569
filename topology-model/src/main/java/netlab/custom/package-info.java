/** The configuration templates that a lab brings along: their names, and where they are. */
@NullMarked
package netlab.custom;

import org.jspecify.annotations.NullMarked;
