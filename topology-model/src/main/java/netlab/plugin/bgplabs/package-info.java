/** The plugins of a public collection of BGP labs, under the names that its labs use. */
@NullMarked
package netlab.plugin.bgplabs;

import org.jspecify.annotations.NullMarked;
