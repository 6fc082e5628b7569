/**
 * Views of the frozen lab: the tree of plain maps, lists and scalars under the public names of the
 * lab language, which output, state files and templates share, and its JSON text.
 */
@NullMarked
package netlab.view;

import org.jspecify.annotations.NullMarked;
