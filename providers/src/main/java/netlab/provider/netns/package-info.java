/**
 * Labs of Linux network namespaces, veth pairs and the routing daemons of this host: no image, no
 * container engine, as root or as an ordinary user.
 */
@NullMarked
package netlab.provider.netns;

import org.jspecify.annotations.NullMarked;
