/**
 * Processes, waiting and parallel work. The only door to other programs: argument lists, a time
 * limit and captured output for each, and nothing outlives an interrupt by accident.
 */
@NullMarked
package netlab.exec;

import org.jspecify.annotations.NullMarked;
