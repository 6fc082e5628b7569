/**
 * From text to a located tree: files, YAML, includes, dotted keys, merge keys, limits. Scalars stay
 * texts here; the attribute they belong to decides their type.
 */
@NullMarked
package netlab.source;

import org.jspecify.annotations.NullMarked;
