/** Plugin {@code fabric}: leaf and spine nodes, and a link from every leaf to every spine. */
@NullMarked
package netlab.plugin.fabric;

import org.jspecify.annotations.NullMarked;
