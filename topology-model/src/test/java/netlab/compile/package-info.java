/** Tests of the compiler: from intents made by hand and from lab files to the public model. */
@NullMarked
package netlab.compile;

import org.jspecify.annotations.NullMarked;
