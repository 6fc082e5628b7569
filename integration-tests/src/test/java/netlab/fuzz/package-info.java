/** Lab files that nobody would write, by coverage-guided fuzzing: no crash, no hang, no flood. */
@NullMarked
package netlab.fuzz;

import org.jspecify.annotations.NullMarked;
