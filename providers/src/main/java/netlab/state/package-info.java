/**
 * What later commands know of a lab without reading its file again: {@code .netlab/lab.json} with
 * the nodes, what must be true of them, and the public model. A plan and a history: what really
 * runs, the provider knows.
 */
@NullMarked
package netlab.state;

import org.jspecify.annotations.NullMarked;
