/**
 * What must be true of the running lab, derived from the columns, in words any device reader can
 * meet.
 */
@NullMarked
package netlab.expect;

import org.jspecify.annotations.NullMarked;
