/**
 * How configurations get into devices that take them at a command line or from a file: what a
 * device wants is data, in the section {@code push} of its {@code device.yml}.
 */
@NullMarked
package netlab.push;

import org.jspecify.annotations.NullMarked;
