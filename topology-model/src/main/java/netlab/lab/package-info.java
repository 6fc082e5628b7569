/**
 * The frozen lab: wiring, and one typed column for each protocol. Everything later is a view of it.
 */
@NullMarked
package netlab.lab;

import org.jspecify.annotations.NullMarked;
