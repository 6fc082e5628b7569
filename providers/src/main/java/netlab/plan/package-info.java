/**
 * What is done to bring a lab up and down, as data: steps, their inverses, the journal that says
 * how far it got, and the applier that goes on from there after a crash. Also the lab's folder.
 */
@NullMarked
package netlab.plan;

import org.jspecify.annotations.NullMarked;
