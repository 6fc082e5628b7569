/**
 * Addresses and numbers of networks as values: IP addresses, prefixes, MAC addresses, AS numbers.
 * Parsing is strict and printing canonical, so equal values are equal texts. Nothing here does I/O.
 */
@NullMarked
package netlab.net;

import org.jspecify.annotations.NullMarked;
