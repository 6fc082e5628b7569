/** Tests of the checks of tests in lab files, and in files of their own. */
@NullMarked
package netlab.validation;

import org.jspecify.annotations.NullMarked;
