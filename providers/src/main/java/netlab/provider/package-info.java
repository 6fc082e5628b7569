/**
 * How a lab comes to run: what a provider of nodes and links can do, and what it is told. Each
 * provider has a package of its own below this one.
 */
@NullMarked
package netlab.provider;

import org.jspecify.annotations.NullMarked;
