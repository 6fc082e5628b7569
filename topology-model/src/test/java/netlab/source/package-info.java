/** Tests of the way from text to tree: spans, dotted keys, aliases, includes, syntax errors. */
@NullMarked
package netlab.source;

import org.jspecify.annotations.NullMarked;
