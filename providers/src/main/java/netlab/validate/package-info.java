/**
 * The tests that a lab file brings, run on the nodes of the running lab.
 *
 * <p>A function that tests can call is one class here and, for each device, a reader in its folder.
 */
@NullMarked
package netlab.validate;

import org.jspecify.annotations.NullMarked;
