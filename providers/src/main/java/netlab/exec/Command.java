package netlab.exec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A program to run. Arguments go to the program as they are; no shell reads them.
 *
 * @param argv the program and its arguments
 * @param directory where it runs; empty means the current directory
 * @param environment variables added to those of this process; never shown
 * @param stdin what it reads, as UTF-8; not part of {@link #shown}; empty means no input
 * @param timeout how long it may run before it is ended
 * @param outputLimit how many bytes of each stream are kept; the rest is read and dropped
 * @param redact positions in {@code argv} that hold secrets and are shown as {@code ***}; {@link
 *     #INPUT} when the input holds one
 */
public record Command(
    List<String> argv,
    Optional<Path> directory,
    SequencedMap<String, String> environment,
    Optional<String> stdin,
    Duration timeout,
    int outputLimit,
    Set<Integer> redact) {

  /** The position that stands for the input in {@link #redact()}. */
  public static final int INPUT = -1;

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);
  private static final int DEFAULT_LIMIT = 32 << 20;
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  public Command {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("a command needs a program");
    }
    argv = List.copyOf(argv);
    environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    redact = Collections.unmodifiableSet(new TreeSet<>(redact));
  }

  /** A command with two minutes to run and nothing else special. */
  public static Command of(List<String> argv) {
    return new Command(
        argv,
        Optional.empty(),
        new LinkedHashMap<>(),
        Optional.empty(),
        DEFAULT_TIMEOUT,
        DEFAULT_LIMIT,
        Set.of());
  }

  /** A command with two minutes to run and nothing else special. */
  public static Command of(String... argv) {
    return of(List.of(argv));
  }

  /** The same command in another directory. */
  public Command in(Path where) {
    return new Command(argv, Optional.of(where), environment, stdin, timeout, outputLimit, redact);
  }

  /** The same command with more environment variables. */
  public Command with(Map<String, String> variables) {
    SequencedMap<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(variables);
    return new Command(argv, directory, all, stdin, timeout, outputLimit, redact);
  }

  /** The same command with this text as its input. */
  public Command input(String text) {
    return new Command(
        argv, directory, environment, Optional.of(text), timeout, outputLimit, redact);
  }

  /** The same command with another time limit. */
  public Command within(Duration limit) {
    return new Command(argv, directory, environment, stdin, limit, outputLimit, redact);
  }

  /** The same command that keeps at most so many bytes of each output stream. */
  public Command keeping(int bytes) {
    return new Command(argv, directory, environment, stdin, timeout, bytes, redact);
  }

  /**
   * The same command with the argument at this position (0 is the program) or input never shown.
   */
  public Command hiding(int position) {
    Set<Integer> all = new TreeSet<>(redact);
    all.add(position);
    return new Command(argv, directory, environment, stdin, timeout, outputLimit, all);
  }

  /** The input for people to read: as it is, or {@code ***} when it holds a secret. */
  public Optional<String> shownInput() {
    return redact.contains(INPUT) ? stdin.map(text -> "***") : stdin;
  }

  /** The command as one would type it, secrets as {@code ***}: for messages and plans. */
  public String shown() {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < argv.size(); i++) {
      String argument = redact.contains(i) ? "***" : quoted(argv.get(i));
      line.append(i == 0 ? "" : " ").append(argument);
    }
    return line.toString();
  }

  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** Secrets stay out of logs and assertion messages as well. */
  @Override
  public String toString() {
    return shown();
  }
}
