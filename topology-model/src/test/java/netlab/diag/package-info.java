/** Tests of diagnostics: renderings, suggestions, the pages of the codes. */
@NullMarked
package netlab.diag;

import org.jspecify.annotations.NullMarked;
