/** Tests of templates in Jinja2. */
@NullMarked
package netlab.jinja;

import org.jspecify.annotations.NullMarked;
