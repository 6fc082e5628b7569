/**
 * From the public model of a node to the files its device reads: FreeMarker templates of the
 * device's folder, rendered strictly. The only package that knows FreeMarker.
 */
@NullMarked
package netlab.render;

import org.jspecify.annotations.NullMarked;
