/**
 * Diagnostics: places in source files and what is wrong there. Every failure a user sees is a value
 * of this package; rendering (terminal excerpt, one line, JSON) is one view of it each.
 */
@NullMarked
package netlab.diag;

import org.jspecify.annotations.NullMarked;
