/**
 * What the user asked for, typed and with defaults, groups and inheritance applied; nothing is
 * derived yet: no address, no interface, no session.
 */
@NullMarked
package netlab.intent;

import org.jspecify.annotations.NullMarked;
