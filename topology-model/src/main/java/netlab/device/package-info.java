/**
 * Facts about devices, read from their folders: names of interfaces, images, features, how state is
 * shown. Data only; nothing here knows a protocol.
 */
@NullMarked
package netlab.device;

import org.jspecify.annotations.NullMarked;
