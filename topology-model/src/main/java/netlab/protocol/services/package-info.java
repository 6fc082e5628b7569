/** Network services: who resolves names and collects logs, and who asks them. */
@NullMarked
package netlab.protocol.services;

import org.jspecify.annotations.NullMarked;
