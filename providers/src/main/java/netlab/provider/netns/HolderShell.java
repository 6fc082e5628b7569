package netlab.provider.netns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Line;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;

/**
 * The shell of an ordinary user's lab: puts the holder's process id in place of {@link
 * Reach#HOLDER}, and leads commands for a namespace of the lab, which name it as {@code nsenter
 * --net=...}, through the holder.
 */
final class HolderShell implements Shell {
  /** What a command that needs a holder says when there is none. */
  static final String ABSENT = "the lab has no holder process";

  /** From the start of the holder to its first instruction. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Shell host;
  private final Reach reach;

  HolderShell(Shell host, Reach reach) {
    this.host = host;
    this.reach = reach;
  }

  @Override
  public Running start(Command command, Consumer<Line> onLine) {
    Command whole = throughHolder(command);
    if (!needsHolder(whole)) {
      return host.start(whole, onLine);
    }
    Optional<Holder> holder = holder(isEnding(whole) ? Duration.ZERO : PATIENCE);
    return holder
        .map(h -> host.start(filledIn(whole, h), onLine))
        .orElseGet(() -> new Ended(Result.exited(1, "", ABSENT)));
  }

  @Override
  public Result interactive(Command command) throws InterruptedException {
    Command whole = throughHolder(command);
    if (!needsHolder(whole)) {
      return host.interactive(whole);
    }
    Optional<Holder> holder = holder(Duration.ZERO);
    return holder.isEmpty()
        ? Result.notStarted(ABSENT)
        : host.interactive(filledIn(whole, holder.get()));
  }

  private static boolean needsHolder(Command command) {
    return command.argv().contains(Reach.HOLDER);
  }

  /** The command that ends the holder must not wait for one to appear. */
  private static boolean isEnding(Command command) {
    return command.argv().getLast().equals(Reach.HOLDER);
  }

  private Optional<Holder> holder(Duration patience) {
    try {
      return Poll.until(Deadline.after(patience), Backoff.LOCAL, () -> Holder.find(reach.names()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Command throughHolder(Command command) {
    List<String> argv = command.argv();
    boolean bare =
        !needsHolder(command)
            && argv.size() > 1
            && argv.getFirst().endsWith("nsenter")
            && argv.get(1).startsWith("--net=/run/netns/" + reach.names().parking());
    return bare ? with(command, reach.inLab(argv).argv()) : command;
  }

  private static Command filledIn(Command command, Holder holder) {
    List<String> argv = new ArrayList<>(command.argv());
    argv.replaceAll(word -> word.equals(Reach.HOLDER) ? Long.toString(holder.pid()) : word);
    return with(command, argv);
  }

  private static Command with(Command command, List<String> argv) {
    int shift = argv.size() - command.argv().size();
    var redact = new TreeSet<Integer>();
    command.redact().forEach(at -> redact.add(at < 0 ? at : at + shift));
    return new Command(
        argv,
        command.directory(),
        command.environment(),
        command.stdin(),
        command.timeout(),
        command.outputLimit(),
        redact);
  }

  private record Ended(Result await) implements Running {
    @Override
    public void stop() {}
  }
}
