/**
 * The {@code netlab} command. One class a sub-command, one line each in {@link netlab.cli.Main};
 * commands read options, call the rooms below and say the result through {@link netlab.cli.Out}.
 * There is no logic here.
 */
@NullMarked
package netlab.cli;

import org.jspecify.annotations.NullMarked;
