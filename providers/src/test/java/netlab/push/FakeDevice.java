package netlab.push;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import netlab.transport.Endpoint;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A fake of a network device: an SSH server in this process that has the prompts and error texts of
 * a vendor's command line, from {@code fakes/DEVICE.yml}, and understands nothing. It says so when
 * somebody logs in. That a push works here says that netlab speaks as described there, not that the
 * vendor's device does.
 */
public final class FakeDevice implements AutoCloseable {
  /** What goes wrong. */
  public enum Fault {
    NONE,
    BAD_LINE,
    BAD_COMMIT,
    DROPS,
    WRONG_PASSWORD,
    SLOW_PROMPT,
    SILENT,
    PAGER,
    BANNER,
    CHANGED_KEY
  }

  public static final String PASSWORD = "s3cret-of-the-fake";

  private final String address;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final Map<String, Object> script;
  private final Fault fault;
  private final CountDownLatch never = new CountDownLatch(1);
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private Optional<Pattern> bad = Optional.empty();

  /** The lines that changed the configuration and are in effect. */
  public final List<String> running = Collections.synchronizedList(new ArrayList<>());

  /** All lines it was sent. */
  public final List<String> typed = Collections.synchronizedList(new ArrayList<>());

  /** Begins to listen at a port of its own. */
  public FakeDevice(String device, Fault fault) throws IOException, GeneralSecurityException {
    this(device, fault, "127.0.0.1");
  }

  /**
   * Begins to listen at a port of its own.
   *
   * @param address one of 127.0.0.0/8, all of which are this machine
   */
  public FakeDevice(String device, Fault fault, String address)
      throws IOException, GeneralSecurityException {
    this.script = script(device);
    this.address = address;
    this.fault = fault;
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    server.setHost(address);
    server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
    server.setPasswordAuthenticator((user, given, session) ->
        given.equals(PASSWORD)
            && (user.equals("admin") || user.equals(script.getOrDefault("user", "admin")))
            && fault != Fault.WRONG_PASSWORD);
    server.setShellFactory(channel -> new Shell(channel));
    server.setCommandFactory((channel, command) -> new Shown(command));
    server.start();
  }

  /** What a fake is made of. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> script(String device) throws IOException {
    try (InputStream in = FakeDevice.class.getResourceAsStream("/fakes/" + device + ".yml")) {
      if (in == null) {
        throw new IOException("no fake of " + device);
      }
      return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
    }
  }

  /** Refuses the first line like this, in place of that of the file. */
  public FakeDevice refusing(String regex) {
    bad = Optional.of(Pattern.compile(regex));
    return this;
  }

  /** Answers a command that is given with the login, as readers of states give theirs. */
  public FakeDevice showing(String command, String output) {
    shown.put(command, output);
    return this;
  }

  Endpoint.Ssh endpoint() {
    return new Endpoint.Ssh(
        address, server.getPort(), "admin", Optional.of(PASSWORD), Optional.empty());
  }

  /** Where it listens. */
  public String address() {
    return address;
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** What the file says under a key; empty when it says nothing. */
  public String text(String key) {
    return String.valueOf(script.getOrDefault(key, ""));
  }

  /** Who may log in, as messages name them: without what a system takes after a plus sign. */
  public String user() {
    return String.valueOf(script.getOrDefault("user", "admin")).replaceFirst("\\+.*", "");
  }

  /** A file with the key of another device at this one's address. */
  public void keyOfAnother(Path knownHosts) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    String line =
        org.apache.sshd.common.config.keys.PublicKeyEntry.toString(
            generator.generateKeyPair().getPublic());
    java.nio.file.Files.writeString(knownHosts, "[" + address + "]:" + port() + " " + line + "\n");
  }

  @Override
  public void close() throws IOException {
    never.countDown();
    server.stop(true);
  }

  /** One command in a channel of its own, after which the device hangs up. */
  private final class Shown extends AbstractCommandSupport {
    Shown(String command) {
      super(command, null);
    }

    @Override
    public void run() {
      try {
        if (fault == Fault.SILENT) {
          never.await();
        }
        String known = shown.get(getCommand());
        OutputStream out = getOutputStream();
        out.write((known == null ? text("refusal") : known).getBytes(StandardCharsets.UTF_8));
        out.flush();
        onExit(known == null ? 1 : 0);
      } catch (IOException | InterruptedException e) {
        onExit(2);
      }
    }
  }

  private final class Shell extends AbstractCommandSupport {
    private final ChannelSession channel;
    private final List<String> candidate = new ArrayList<>();
    private String mode = text("login");
    private int line;
    private int wrong;

    Shell(ChannelSession channel) {
      super("shell", null);
      this.channel = channel;
    }

    @Override
    public void run() {
      try {
        converse();
        onExit(0);
      } catch (IOException | InterruptedException e) {
        onExit(1);
      } catch (UncheckedIOException e) {
        onExit(2);
      }
    }

    private void converse() throws IOException, InterruptedException {
      show("This is a fake of " + text("name") + " in a test of netlab.\n");
      if (fault == Fault.BANNER) {
        show("\n*** Authorized access only! ***\nlast login: never # from nowhere\n\n");
      }
      if (fault == Fault.SILENT) {
        never.await();
        return;
      }
      prompt();
      StringBuilder line = new StringBuilder();
      InputStream in = getInputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\r' || c == '\n' || c == 4) {
          show(line + "\n");
          if (!take(c == 4 ? "ctrl-d" : line.toString())) {
            return;
          }
          line.setLength(0);
        } else {
          line.append((char) c);
        }
      }
    }

    /** Answers a line; false when the connection is to end. */
    private boolean take(String line) throws IOException, InterruptedException {
      typed.add(line);
      Map<String, Object> now = mode();
      Object next = at(now, "go").get(line.strip());
      if (next != null) {
        go(line.strip(), String.valueOf(next));
      } else if ("any".equals(now.get("takes")) || now.containsKey("block")) {
        if (fault == Fault.DROPS && candidate.size() + running.size() >= 1) {
          channel.getSession().close(true);
          return false;
        }
        edit(line, now.containsKey("block"));
      } else if (!line.isBlank()
          && !(now.get("takes") instanceof List<?> known && known.contains(line.strip()))) {
        show(text("refusal"));
      }
      prompt();
      return true;
    }

    private void go(String word, String next) throws IOException, InterruptedException {
      boolean commits = word.startsWith("commit");
      if (commits && fault == Fault.BAD_COMMIT) {
        show(text("commit_refusal"));
        return;
      }
      if (commits) {
        running.addAll(candidate);
        show(text("committed"));
      }
      if (mode().containsKey("block")) {
        loaded();
      }
      boolean clears = mode().get("clears") instanceof List<?> words && words.contains(word);
      if (commits || clears || word.startsWith("abort")) {
        candidate.clear();
      }
      mode = next;
      line = 0;
      wrong = 0;
      show(String.valueOf(mode().getOrDefault("shows", "")));
    }

    /** A device that takes a whole text says only at its end what it thinks. */
    private void edit(String line, boolean block) throws IOException, InterruptedException {
      this.line++;
      boolean refused = wrong == 0 && isBad(line);
      if (refused) {
        wrong = this.line;
      }
      if (!block && refused) {
        show(text("refusal"));
      } else if (!line.isBlank()) {
        (script.containsKey("immediate") ? running : candidate).add(line);
        if (fault == Fault.PAGER && !block) {
          page();
        }
      }
    }

    private void loaded() throws IOException, InterruptedException {
      if (fault == Fault.PAGER) {
        page();
      }
      show(
          wrong == 0 ? text("loaded") : text("refusal").replace("{line}", Integer.toString(wrong)));
    }

    private boolean isBad(String line) {
      return bad.map(pattern -> pattern.matcher(line).find())
          .orElseGet(() ->
              line.equals(
                  text("bad").lines().toList().get(Integer.parseInt(text("bad_line")) - 1)));
    }

    private void page() throws IOException {
      show("one line of output\n" + text("pager"));
      int key = getInputStream().read();
      show("\r" + " ".repeat(text("pager").length()) + "\r" + (key == ' ' ? "" : "?"));
    }

    private void prompt() throws IOException, InterruptedException {
      if (fault == Fault.SLOW_PROMPT) {
        never.await(60, TimeUnit.MILLISECONDS);
      }
      String prompt = String.valueOf(mode().getOrDefault("prompt", ""));
      int first = Math.min(1, prompt.length());
      show(prompt.substring(0, first));
      show(prompt.substring(first));
    }

    private Map<String, Object> mode() {
      return at(at(script, "modes"), mode);
    }

    private void show(String text) throws IOException {
      OutputStream out = getOutputStream();
      out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> map, String key) {
    return map.get(key) instanceof Map<?, ?> inner ? (Map<String, Object>) inner : Map.of();
  }
}
