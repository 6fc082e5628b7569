/**
 * Jinja2 templates as labs bring them: parsed and evaluated here, over plain data and nothing else.
 */
@NullMarked
package netlab.jinja;

import org.jspecify.annotations.NullMarked;
