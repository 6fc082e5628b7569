/**
 * Talking to running nodes: SSH, a process in the node's container or namespace, FRR's own sockets,
 * a serial console. What goes wrong is a value with a plain message; nothing here throws it.
 */
@NullMarked
package netlab.transport;

import org.jspecify.annotations.NullMarked;
