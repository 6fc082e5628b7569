/**
 * What devices show, as observations: the {@code show} section of {@code device.yml} says which
 * command to run and where in its output the facts are. Knows outputs only, not how to get them.
 */
@NullMarked
package netlab.show;

import org.jspecify.annotations.NullMarked;
