/**
 * Renderings of results: text for people, JSON, JUnit XML and SARIF for programs. Makes texts and
 * writes to no stream.
 */
@NullMarked
package netlab.report;

import org.jspecify.annotations.NullMarked;
