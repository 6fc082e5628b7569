/**
 * The lab while it is being compiled: passes add nodes, links, interfaces, addresses and columns;
 * nothing is overwritten. This is the ground that every protocol package stands on.
 */
@NullMarked
package netlab.draft;

import org.jspecify.annotations.NullMarked;
