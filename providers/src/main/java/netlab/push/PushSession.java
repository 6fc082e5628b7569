package netlab.push;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.exec.Deadline;
import netlab.transport.Endpoint;
import netlab.transport.Terminal;
import netlab.transport.TransportFailure;

/**
 * Types a configuration at a device's command line, each line when the one before is answered. Goes
 * on after a refused line, so that all of them are told, but not into what it would have opened.
 */
public final class PushSession implements AutoCloseable {
  /** How long a device may take from the login to its first prompt. */
  private static final Duration FIRST_PROMPT = Duration.ofSeconds(30);

  /** A silent device is woken with an empty line this often. */
  private static final Duration WAKE = Duration.ofSeconds(3);

  private static final String CTRL_D = "\u0004";

  private final PushWay way;
  private final Terminal terminal;
  private final String place;
  private final String password;
  private final Pattern prompt;
  private final List<Pattern> pager;
  private final List<Pattern> errors;
  private final List<Pattern> harmless;
  private final SequencedMap<Pattern, String> answers;
  private int taken;
  private boolean committing;

  /** True when the echo of the line was seen: what follows is more of its answer. */
  private boolean continued;

  /** Ends the session with a failure. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Pushed result;

    Stop(Pushed result) {
      super(null, null, false, false);
      this.result = result;
    }
  }

  private PushSession(PushWay way, Terminal terminal, Endpoint.Ssh endpoint) {
    this.way = way;
    this.terminal = terminal;
    this.place = endpoint.host() + " port " + endpoint.port();
    this.password = endpoint.password().orElse("");
    this.prompt = Pattern.compile(way.first("prompt"));
    this.pager = way.patterns("pager");
    this.errors = way.patterns("errors");
    this.harmless = way.patterns("harmless");
    this.answers = way.answers();
  }

  /**
   * Logs in, waits for a prompt, and logs out: whether the device would take a configuration now.
   * Says why not.
   */
  public static Optional<TransportFailure> tryOut(
      PushWay way, Endpoint.Ssh endpoint, Path knownHosts, Deadline deadline)
      throws InterruptedException {
    return switch (Terminal.open(way.login(endpoint), knownHosts, deadline)) {
      case Terminal.Opening.Failed failed -> Optional.of(failed.failure());
      case Terminal.Opening.Open(Terminal terminal) -> {
        try (PushSession session = new PushSession(way, terminal, endpoint)) {
          session.firstPrompt(deadline.atMost(FIRST_PROMPT));
          yield Optional.empty();
        } catch (Stop e) {
          yield e.result instanceof Pushed.Broken broken
              ? Optional.of(broken.failure())
              : Optional.empty();
        }
      }
    };
  }

  /** Gives the device a configuration; ends by the deadline at the latest. */
  public static Pushed push(
      PushWay way, Endpoint.Ssh endpoint, Path knownHosts, String config, Deadline deadline)
      throws InterruptedException {
    return switch (Terminal.open(way.login(endpoint), knownHosts, deadline)) {
      case Terminal.Opening.Failed failed -> new Pushed.Broken(failed.failure(), 0, true);
      case Terminal.Opening.Open(Terminal terminal) -> {
        try (PushSession session = new PushSession(way, terminal, endpoint)) {
          yield session.push(config, deadline);
        } catch (Stop e) {
          yield e.result;
        }
      }
    };
  }

  @Override
  public void close() {
    terminal.close();
  }

  private Pushed push(String config, Deadline deadline) throws Stop, InterruptedException {
    firstPrompt(deadline.atMost(FIRST_PROMPT));
    for (String command : way.texts("setup")) {
      // What a release does not know here, it does not need.
      say(command, "line_time", deadline);
    }
    for (String command : way.texts("enter")) {
      required(command, "line_time", deadline);
    }
    List<String> lines = config.lines().toList();
    List<Pushed.Line> refused =
        way.texts("block.begin").isEmpty() ? lines(lines, deadline) : block(lines, deadline);
    if (!refused.isEmpty()) {
      abandon(deadline);
      throw new Stop(new Pushed.Refused(refused, way.hasCandidate()));
    }
    commit(deadline);
    StringBuilder said = new StringBuilder();
    for (String command : way.texts("leave")) {
      say(command, "line_time", deadline);
    }
    for (String command : way.texts("after")) {
      said.append(required(command, "commit_time", deadline));
    }
    return new Pushed.Taken(said.toString().strip());
  }

  private String required(String command, String time, Deadline deadline)
      throws Stop, InterruptedException {
    String said = say(command, time, deadline);
    Optional<String> refusal = refusal(said);
    if (refusal.isPresent()) {
      throw new Stop(broken(new TransportFailure.CommandFailed(place, command, refusal.get())));
    }
    return said;
  }

  private List<Pushed.Line> lines(List<String> lines, Deadline deadline)
      throws Stop, InterruptedException {
    List<Pattern> skip = way.patterns("skip");
    List<Pushed.Line> refused = new ArrayList<>();
    int closed = Integer.MAX_VALUE;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (skip.stream().anyMatch(p -> p.matcher(line).find())) {
        continue;
      }
      int depth = line.length() - line.stripLeading().length();
      if (depth > closed) {
        continue;
      }
      closed = Integer.MAX_VALUE;
      Optional<String> refusal = refusal(type(line, "line " + (i + 1), "line_time", deadline));
      if (refusal.isPresent()) {
        refused.add(new Pushed.Line(i + 1, line.strip(), refusal.get()));
        closed = depth;
      } else {
        taken++;
      }
    }
    return refused;
  }

  /** The whole text at once, as a terminal's paste; the device says at its end what it thinks. */
  private List<Pushed.Line> block(List<String> lines, Deadline deadline)
      throws Stop, InterruptedException {
    Pattern shown = Pattern.compile(way.first("block.shown"));
    String begin = way.first("block.begin");
    Deadline soon = deadline.atMost(way.time("line_time"));
    String said = "";
    try {
      terminal.type(begin);
      String opened =
          await(() -> terminal.await(last -> isPrompt(last) || shows(shown), soon), begin);
      if (!shown.matcher(opened).find()) {
        throw new Stop(broken(new TransportFailure.CommandFailed(place, begin, opened.strip())));
      }
      terminal.clear();
      for (String line : lines) {
        terminal.send(line + "\n");
      }
      String end = way.first("block.end");
      terminal.send(end.equals("ctrl-d") ? CTRL_D : end + "\r");
      said = answered(begin, deadline.atMost(way.time("commit_time")));
    } catch (IOException e) {
      throw lost(e);
    }
    return way.refusals(String.join("\n", lines), said);
  }

  private boolean shows(Pattern shown) {
    return shown.matcher(terminal.text()).find();
  }

  private void commit(Deadline deadline) throws Stop, InterruptedException {
    for (String command : way.texts("commit")) {
      committing = true;
      String said = say(command, "commit_time", deadline);
      boolean silent =
          command.equals(way.texts("commit").getLast())
              && !way.texts("committed").isEmpty()
              && way.patterns("committed").stream().noneMatch(p -> p.matcher(said).find());
      Optional<String> refusal =
          refusal(said).isPresent() || silent ? Optional.of(summary(said)) : Optional.empty();
      if (refusal.isPresent()) {
        abandon(deadline);
        throw new Stop(
            new Pushed.Refused(List.of(new Pushed.Line(0, command, refusal.get())), true));
      }
    }
  }

  /** Leaves configuration mode, without what is not in effect. */
  private void abandon(Deadline deadline) throws Stop, InterruptedException {
    List<String> words = way.hasCandidate() ? way.texts("abort") : way.texts("leave");
    for (String command : words) {
      say(command, "line_time", deadline);
    }
  }

  /** What the device says about its own refusal; empty when it took the line. */
  private Optional<String> refusal(String said) {
    boolean refused =
        said.lines()
            .map(String::stripTrailing)
            .filter(line -> harmless.stream().noneMatch(p -> p.matcher(line).find()))
            .anyMatch(line -> errors.stream().anyMatch(p -> p.matcher(line).find()));
    return refused ? Optional.of(summary(said)) : Optional.empty();
  }

  private static String summary(String said) {
    List<String> lines =
        said.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.equals("^")).toList();
    String all = String.join("; ", lines);
    return all.isEmpty() ? "no confirmation" : all.substring(0, Math.min(all.length(), 400));
  }

  private boolean isPrompt(String line) {
    return prompt.matcher(line).find();
  }

  private void firstPrompt(Deadline deadline) throws Stop, InterruptedException {
    try {
      while (terminal.await(this::isPrompt, deadline.atMost(WAKE)).isEmpty()) {
        if (deadline.passed()) {
          throw new Stop(broken(new TransportFailure.Timeout(place, "show its prompt")));
        }
        Optional<String> answer = answer(last(terminal.text()));
        terminal.type(answer.orElse(""));
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private static String last(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private Optional<String> answer(String question) {
    return answers.entrySet().stream()
        .filter(e -> e.getKey().matcher(question).find())
        .findFirst()
        .map(e -> e.getValue().replace(PushWay.PASSWORD, password));
  }

  /** Types a command of the device's own. */
  private String say(String command, String time, Deadline whole)
      throws Stop, InterruptedException {
    return type(command.replace(PushWay.PASSWORD, password), "`" + command + "`", time, whole);
  }

  /**
   * Types a line, and returns what the device says to it.
   *
   * @param name what it is called in messages: lines of a configuration may hold secrets
   */
  private String type(String line, String name, String time, Deadline whole)
      throws Stop, InterruptedException {
    try {
      terminal.type(line);
      return withoutEchoAndPrompt(answered(name, whole.atMost(way.time(time))));
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** What is shown up to the next prompt; answers questions and pagers on the way. */
  private String answered(String name, Deadline deadline)
      throws IOException, Stop, InterruptedException {
    StringBuilder pages = new StringBuilder();
    continued = false;
    while (true) {
      String shown = await(() -> terminal.await(this::asksForSomething, deadline), name);
      String last = last(shown);
      if (isPrompt(last)) {
        return pages.append(shown).toString();
      }
      terminal.clear();
      continued = true;
      Optional<String> answer = answer(last);
      if (answer.isPresent()) {
        pages.append(shown).append('\n');
        terminal.send(answer.get() + "\r");
      } else {
        pages.append(shown, 0, shown.length() - last.length());
        terminal.send(" ");
      }
    }
  }

  /** A prompt stands below the echo, never on the line of it. */
  private boolean asksForSomething(String last) {
    return (isPrompt(last) && (continued || terminal.text().indexOf('\n') >= 0))
        || pager.stream().anyMatch(p -> p.matcher(last).find())
        || answer(last).isPresent();
  }

  private interface Look {
    Optional<String> once() throws IOException, InterruptedException;
  }

  private String await(Look look, String what) throws IOException, Stop, InterruptedException {
    Optional<String> shown = look.once();
    if (shown.isEmpty()) {
      throw new Stop(broken(new TransportFailure.Timeout(place, what)));
    }
    return shown.get();
  }

  private static String withoutEchoAndPrompt(String text) {
    int from = text.indexOf('\n') + 1;
    int to = text.lastIndexOf('\n') + 1;
    return from >= to ? "" : text.substring(from, to);
  }

  private Stop lost(IOException e) {
    String reason = String.valueOf(e.getMessage());
    return new Stop(broken(new TransportFailure.Closed(place, reason)));
  }

  private Pushed.Broken broken(TransportFailure failure) {
    return new Pushed.Broken(failure, taken, !committing && (taken == 0 || way.hasCandidate()));
  }
}
