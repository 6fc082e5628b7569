/** What all interior routing protocols share: where they run, passive interfaces, families. */
@NullMarked
package netlab.protocol.igp;

import org.jspecify.annotations.NullMarked;
