/**
 * Runs many labs over devices and providers, each through the program itself as a child process,
 * and keeps what became of them: as JSON, as a page for people, as JUnit XML.
 */
@NullMarked
package netlab.matrix;

import org.jspecify.annotations.NullMarked;
