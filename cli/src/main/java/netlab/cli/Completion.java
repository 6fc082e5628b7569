package netlab.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab completion}. */
@Command(
    description = "Prints a script that completes commands and options of netlab in your shell.",
    footer = {
      "  eval \"$(netlab completion bash)\"     in ~/.bashrc",
      "  eval \"$(netlab completion zsh)\"      in ~/.zshrc",
      "  netlab completion bash > /etc/bash_completion.d/netlab",
    })
final class Completion implements Callable<Integer> {
  /** The same script serves both: under zsh it loads bashcompinit by itself. */
  private enum Shell {
    BASH,
    ZSH
  }

  private static final String MADE_AT_BUILD = "netlab/cli/completion.bash";

  private final Session session;

  @SuppressWarnings("UnusedVariable") // one script for both, but a shell must be named
  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell = Shell.BASH;

  @Option(names = "--generate", hidden = true, description = "Make it anew: used by the build.")
  private boolean generate;

  Completion(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session
        .out()
        .raw(generate ? generate() : Resources.text(MADE_AT_BUILD).orElseGet(this::generate));
    return ExitCode.OK;
  }

  private String generate() {
    return AutoComplete.bash("netlab", new Main(session).everything());
  }
}
