package netlab.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
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
      return open(deadline.atMost(CONNECT_LIMIT));
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

  private Screen open(Deadline deadline) throws IOException {
    TelnetClient client = new TelnetClient("VT100");
    try {
      client.addOptionHandler(new TerminalTypeOptionHandler("VT100", false, false, true, false));
      client.addOptionHandler(new EchoOptionHandler(false, false, false, true));
      client.addOptionHandler(new SuppressGAOptionHandler(true, true, true, true));
      client.addOptionHandler(new WindowSizeOptionHandler(511, 999, false, false, true, false));
    } catch (InvalidTelnetOptionException e) {
      throw new IllegalStateException(e);
    }
    client.setConnectTimeout(Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE));
    client.connect(endpoint.host(), endpoint.port());
    return new Screen(client.getInputStream(), client.getOutputStream(), client::disconnect);
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
}
