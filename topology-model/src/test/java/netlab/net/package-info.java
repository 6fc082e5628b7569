/**
 * Tests of addresses. The oracle of the property tests is the ipaddress library; every failure
 * names its seed.
 */
@NullMarked
package netlab.net;

import org.jspecify.annotations.NullMarked;
