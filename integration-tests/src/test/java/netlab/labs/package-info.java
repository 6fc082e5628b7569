/**
 * Labs on real routers, through the program itself as a child process. Each is taken down whatever
 * happens, under names and in networks that no other test has.
 */
@NullMarked
package netlab.labs;

import org.jspecify.annotations.NullMarked;
