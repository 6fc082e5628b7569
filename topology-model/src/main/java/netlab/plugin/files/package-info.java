/** Files that the lab file holds, and templates that are not there. */
@NullMarked
package netlab.plugin.files;

import org.jspecify.annotations.NullMarked;
