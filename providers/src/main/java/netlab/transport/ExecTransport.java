package netlab.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;

/** One process of this machine for each command, in the node's container or namespace. */
final class ExecTransport implements Transport {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** What {@code docker} and {@code nsenter} say themselves when there is nowhere to run it. */
  private static final Pattern NOWHERE =
      Pattern.compile(
          "No such container|is not running|is paused|Cannot connect to the Docker daemon"
              + "|permission denied while trying to connect|nsenter: cannot open .*");

  /** What they say when the place is there and the program is not. */
  private static final Pattern NO_PROGRAM =
      Pattern.compile(
          "OCI runtime exec failed.*|executable file not found.*|nsenter: failed to execute .*");

  private final Shell shell;
  private final String place;
  private final List<String> enter;
  private final List<String> program;

  private ExecTransport(Shell shell, String place, List<String> enter, List<String> program) {
    this.shell = shell;
    this.place = place;
    this.enter = enter;
    this.program = program;
  }

  static ExecTransport docker(Shell shell, Endpoint.DockerExec endpoint) {
    String container = endpoint.container();
    return new ExecTransport(
        shell,
        "container `" + container + "`",
        List.of("docker", "exec", container),
        endpoint.program());
  }

  /** By {@code nsenter}: {@code ip netns exec} would remount {@code /sys} for each command. */
  static ExecTransport netns(Shell shell, Endpoint.Netns endpoint) {
    String namespace = endpoint.namespace();
    if (namespace.isEmpty() || namespace.indexOf('/') >= 0) {
      throw new IllegalArgumentException("no name of a namespace: " + namespace);
    }
    return new ExecTransport(
        shell,
        "namespace `" + namespace + "`",
        List.of("nsenter", "--net=/run/netns/" + namespace),
        endpoint.program());
  }

  @Override
  public Answer run(List<String> commands, Deadline deadline) throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (String command : commands) {
      Result result = shell.run(Command.of(argv(command)).within(deadline.remaining()));
      Optional<TransportFailure> failure = failure(command, result);
      if (failure.isPresent()) {
        return new Answer.Failed(failure.get(), replies);
      }
      replies.add(new Reply(command, OptionalInt.of(result.exit()), result.out(), result.err()));
    }
    return new Answer.Complete(replies);
  }

  private List<String> argv(String command) {
    List<String> argv = new ArrayList<>(enter);
    boolean words = program.isEmpty() || program.getLast().equals(Endpoint.WORDS);
    argv.addAll(words && !program.isEmpty() ? program.subList(0, program.size() - 1) : program);
    if (words) {
      argv.addAll(Arrays.asList(BLANKS.split(command.strip())));
    } else {
      argv.add(command);
    }
    return argv;
  }

  private Optional<TransportFailure> failure(String command, Result result) {
    return switch (result.end()) {
      case NOT_STARTED ->
          Optional.of(
              new TransportFailure.Unreachable(
                  place, result.err(), "install the program, or choose another provider"));
      case TIMED_OUT -> Optional.of(new TransportFailure.Timeout(place, "`" + command + "`"));
      case EXITED -> result.exit() == 0 ? Optional.empty() : ownFailure(command, result);
    };
  }

  /** A failure of the way in, told apart from one of the command by its words. */
  private Optional<TransportFailure> ownFailure(String command, Result result) {
    Matcher nowhere = NOWHERE.matcher(result.err());
    if (nowhere.find()) {
      return Optional.of(
          new TransportFailure.Unreachable(
              place, result.err().strip(), "`netlab status` shows what runs"));
    }
    Matcher noProgram = NO_PROGRAM.matcher(result.err() + result.out());
    return noProgram.find()
        ? Optional.of(new TransportFailure.CommandFailed(place, command, noProgram.group()))
        : Optional.empty();
  }

  @Override
  public void close() {}
}
