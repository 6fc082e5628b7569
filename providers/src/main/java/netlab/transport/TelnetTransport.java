package netlab.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Deadline;
import org.apache.commons.net.telnet.EchoOptionHandler;
import org.apache.commons.net.telnet.InvalidTelnetOptionException;
import org.apache.commons.net.telnet.SuppressGAOptionHandler;
import org.apache.commons.net.telnet.TelnetClient;
import org.apache.commons.net.telnet.TerminalTypeOptionHandler;
import org.apache.commons.net.telnet.WindowSizeOptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Commands typed at a serial console. The console shows text and no structure, so the end of a
 * reply is where the prompt stands again; there is no exit status.
 */
final class TelnetTransport implements Transport {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

  /** A silent console is woken with a new line this often. */
  private static final Duration WAKE = Duration.ofSeconds(3);

  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)(?:login incorrect|login invalid|authentication fail|bad password|access denied"
              + "|permission denied|bad secrets)");
  private static final Pattern PAGER =
      Pattern.compile("(?i)[ \\t]*(?:-+ ?\\(?more\\b[^\\n]*|<--- more --->)\\s*\\z");
  private static final Pattern MODE = Pattern.compile("\\([\\w.-]+\\)[>#$%] ?\\z");

  private final Endpoint.Console endpoint;
  private final ConsoleLogin login;
  private final String place;
  private @Nullable Screen screen;
  private @Nullable Pattern prompt;

  TelnetTransport(Endpoint.Console endpoint) {
    this.endpoint = endpoint;
    this.login = endpoint.login();
    this.place = "the console at " + endpoint.host() + " port " + endpoint.port();
  }

  /** Ends a call with a failure. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1;
    private final transient TransportFailure failure;

    Stop(TransportFailure failure) {
      this.failure = failure;
    }
  }

  @Override
  public Answer run(List<String> commands, Deadline deadline) throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    boolean complete = false;
    try {
      Screen console = screen == null ? logIn(deadline) : screen;
      for (String command : commands) {
        String text = ask(console, command, deadline);
        replies.add(new Reply(command, OptionalInt.empty(), text, ""));
      }
      complete = true;
      return new Answer.Complete(replies);
    } catch (Stop e) {
      return new Answer.Failed(e.failure, replies);
    } catch (IOException e) {
      return new Answer.Failed(
          new TransportFailure.Closed(place, String.valueOf(e.getMessage())), replies);
    } finally {
      if (!complete) {
        close();
      }
    }
  }

  @Override
  public void close() {
    Screen open = screen;
    screen = null;
    if (open != null) {
      open.close();
    }
  }

  private Screen logIn(Deadline deadline) throws Stop, IOException, InterruptedException {
    Screen console = dial(deadline);
    screen = console;
    passLogin(console, deadline);
    becomePrivileged(console, deadline);
    for (String command : login.setUp()) {
      ask(console, command, deadline);
    }
    return console;
  }

  private Screen dial(Deadline deadline) throws Stop {
    try {
      return new Screen(endpoint.host(), endpoint.port(), deadline.atMost(CONNECT_LIMIT));
    } catch (IOException e) {
      String reason =
          switch (e) {
            case SocketTimeoutException late -> "no answer in time";
            case ConnectException refused -> "connection refused";
            default -> String.valueOf(e.getMessage());
          };
      throw new Stop(
          new TransportFailure.Unreachable(
              place, reason, "the node may still be starting; try again in a minute"));
    }
  }

  /** Answers questions until the prompt comes. */
  private void passLogin(Screen console, Deadline deadline)
      throws Stop, IOException, InterruptedException {
    console.type("");
    boolean passwordSent = false;
    while (true) {
      String shown = await(console, deadline, this::asksForSomething, "the login");
      if (passwordSent && (REFUSED.matcher(shown).find() || asksUser(shown))) {
        throw new Stop(
            new TransportFailure.AuthenticationFailed(place, login.user(), "wrong password"));
      }
      console.clear();
      if (asksUser(shown)) {
        console.type(login.user());
      } else if (asksPassword(shown)) {
        console.type(login.password());
        passwordSent = true;
      } else {
        learnPrompt(shown);
        if (MODE.matcher(shown).find()) {
          // Somebody left the console in configuration mode.
          ask(console, "end", deadline);
        }
        return;
      }
    }
  }

  private void becomePrivileged(Screen console, Deadline deadline)
      throws Stop, IOException, InterruptedException {
    if (login.enable().isEmpty()) {
      return;
    }
    console.clear();
    console.type("enable");
    String shown =
        await(console, deadline, text -> asksPassword(text) || atPrompt(text), "`enable`");
    if (asksPassword(shown)) {
      console.clear();
      console.type(login.enable().get());
      shown = await(console, deadline, text -> asksPassword(text) || atPrompt(text), "`enable`");
    }
    if (asksPassword(shown) || !shown.stripTrailing().endsWith("#")) {
      throw new Stop(
          new TransportFailure.AuthenticationFailed(place, login.user(), "`enable` is refused"));
    }
  }

  /**
   * From now on only the device's own name counts as a prompt, not any line that ends in {@code >}.
   */
  private void learnPrompt(String shown) {
    Matcher matcher = login.prompt().matcher(shown);
    if (matcher.find() && matcher.namedGroups().containsKey("name")) {
      prompt =
          Pattern.compile(
              "(?m)^" + Pattern.quote(matcher.group("name")) + "(?:\\([\\w.-]+\\))?[>#$%] ?\\z");
    }
  }

  private boolean atPrompt(String text) {
    Pattern known = prompt;
    return (known == null ? login.prompt() : known).matcher(text).find();
  }

  private boolean asksUser(String text) {
    return login.loginPrompt().matcher(text).find();
  }

  private boolean asksPassword(String text) {
    return login.passwordPrompt().matcher(text).find();
  }

  private boolean asksForSomething(String text) {
    return asksUser(text) || asksPassword(text) || atPrompt(text);
  }

  private String ask(Screen console, String command, Deadline deadline)
      throws Stop, IOException, InterruptedException {
    if (command.indexOf('\n') >= 0 || command.indexOf('\r') >= 0) {
      throw new Stop(
          new TransportFailure.CommandFailed(place, command, "it has more than one line"));
    }
    console.clear();
    console.type(command);
    StringBuilder pages = new StringBuilder();
    while (true) {
      String shown =
          await(
              console,
              deadline,
              text -> atPrompt(text) || PAGER.matcher(text).find(),
              "`" + command + "`");
      Matcher pager = PAGER.matcher(shown);
      if (!atPrompt(shown) && pager.find()) {
        pages.append(shown, 0, pager.start());
        console.clear();
        console.space();
      } else {
        return withoutEchoAndPrompt(pages.append(shown).toString(), command);
      }
    }
  }

  private static String withoutEchoAndPrompt(String text, String command) {
    int firstEnd = text.indexOf('\n');
    String first = firstEnd < 0 ? text : text.substring(0, firstEnd);
    boolean echo = !command.isEmpty() && first.strip().endsWith(command.strip());
    int from = echo && firstEnd >= 0 ? firstEnd + 1 : 0;
    int to = text.lastIndexOf('\n') + 1;
    return from >= to ? "" : text.substring(from, to);
  }

  private String await(Screen console, Deadline deadline, Predicate<String> done, String what)
      throws Stop, IOException, InterruptedException {
    while (true) {
      Optional<String> shown = console.await(done, deadline.atMost(WAKE));
      if (shown.isPresent()) {
        return shown.get();
      }
      if (deadline.passed()) {
        throw new Stop(new TransportFailure.Timeout(place, what));
      }
      if (console.text().isBlank()) {
        console.type("");
      }
    }
  }

  /** What the console shows, collected by a thread, as text without control sequences. */
  private static final class Screen {
    private static final Pattern CONTROL =
        Pattern.compile("\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b[=>78]|[\\x00\\x07]");

    private final TelnetClient client;
    private final StringBuilder received = new StringBuilder();
    private boolean ended;

    Screen(String host, int port, Deadline deadline) throws IOException {
      client = new TelnetClient("VT100");
      try {
        client.addOptionHandler(new TerminalTypeOptionHandler("VT100", false, false, true, false));
        client.addOptionHandler(new EchoOptionHandler(false, false, false, true));
        client.addOptionHandler(new SuppressGAOptionHandler(true, true, true, true));
        client.addOptionHandler(new WindowSizeOptionHandler(511, 999, false, false, true, false));
      } catch (InvalidTelnetOptionException e) {
        throw new IllegalStateException(e);
      }
      client.setConnectTimeout(Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE));
      client.connect(host, port);
      Thread.ofPlatform().daemon().name("netlab-console").start(this::read);
    }

    private void read() {
      byte[] buffer = new byte[4096];
      try {
        var in = client.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          synchronized (this) {
            received.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            notifyAll();
          }
        }
      } catch (IOException e) {
        // The end of the connection, whichever side made it.
      }
      synchronized (this) {
        ended = true;
        notifyAll();
      }
    }

    /** All text once its last line is as wanted; empty when it was not by the deadline. */
    synchronized Optional<String> await(Predicate<String> wanted, Deadline deadline)
        throws IOException, InterruptedException {
      while (true) {
        if (wanted.test(rendered(received.substring(received.lastIndexOf("\n") + 1)))) {
          return Optional.of(text());
        }
        if (ended) {
          throw new IOException("it ended while a prompt was awaited");
        }
        long left = deadline.remaining().toMillis();
        if (left <= 0) {
          return Optional.empty();
        }
        wait(left);
      }
    }

    synchronized String text() {
      return rendered(received.toString());
    }

    /**
     * As a terminal shows it: carriage return and backspace go back, and what follows overwrites.
     */
    private static String rendered(String raw) {
      byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
      String text = CONTROL.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
      if (text.indexOf('\b') < 0 && text.replace("\r\n", "\n").indexOf('\r') < 0) {
        return text.replace("\r\n", "\n");
      }
      StringBuilder shown = new StringBuilder();
      for (String line : text.split("(?<=\n)")) {
        shown.append(overwritten(line));
      }
      return shown.toString();
    }

    private static String overwritten(String line) {
      StringBuilder shown = new StringBuilder();
      int cursor = 0;
      int end = line.endsWith("\n") ? line.length() - 1 : line.length();
      for (int i = 0; i < end; i++) {
        char c = line.charAt(i);
        switch (c) {
          case '\r' -> cursor = 0;
          case '\b' -> cursor = Math.max(0, cursor - 1);
          default -> {
            shown.replace(cursor, Math.min(cursor + 1, shown.length()), String.valueOf(c));
            cursor++;
          }
        }
      }
      // What was erased with blanks, as pagers do with their question, is gone.
      boolean erased = shown.substring(cursor).isBlank();
      return (erased ? shown.substring(0, cursor) : shown.toString()) + line.substring(end);
    }

    synchronized void clear() {
      received.setLength(0);
    }

    void type(String line) throws IOException {
      send(line + "\r");
    }

    void space() throws IOException {
      send(" ");
    }

    private void send(String text) throws IOException {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    void close() {
      try {
        client.disconnect();
      } catch (IOException e) {
        // The console may have gone first; there is nothing left to close then.
      }
    }
  }
}
