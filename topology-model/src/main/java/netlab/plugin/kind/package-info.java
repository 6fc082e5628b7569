/** Plugin {@code kind}: clusters of Kubernetes in Docker. */
@NullMarked
package netlab.plugin.kind;

import org.jspecify.annotations.NullMarked;
