/**
 * From the intent to the frozen lab: the list of protocols, the core passes that number, name and
 * address things, and the compiler that runs all passes phase by phase.
 */
@NullMarked
package netlab.compile;

import org.jspecify.annotations.NullMarked;
