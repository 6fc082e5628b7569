package netlab.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelListener;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.DefaultKeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.command.AbstractCommandSupport;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A router that speaks SSH, in this process. Knows {@code echo TEXT}, {@code fail}, {@code big N},
 * {@code hang}, {@code drop}; anything else it refuses to run.
 */
final class SshTestServer implements AutoCloseable {
  final SshServer server = SshServer.setUpDefaultServer();
  final List<String> logins = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger connections = new AtomicInteger();
  final CountDownLatch hanging = new CountDownLatch(1);

  SshTestServer() throws IOException, GeneralSecurityException {
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(ecKey()));
    server.setCommandFactory((channel, line) -> command(line));
    server.addSessionListener(
        new SessionListener() {
          @Override
          public void sessionCreated(Session session) {
            connections.incrementAndGet();
          }
        });
  }

  static KeyPair ecKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  SshTestServer takingPassword(String password) {
    server.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
    server.setPasswordAuthenticator((user, given, session) -> {
      logins.add("password " + user);
      return given.equals(password);
    });
    return this;
  }

  SshTestServer takingAnswers(String password) {
    KeyboardInteractiveAuthenticator usual = new DefaultKeyboardInteractiveAuthenticator();
    server.setUserAuthFactories(List.of(UserAuthKeyboardInteractiveFactory.INSTANCE));
    server.setKeyboardInteractiveAuthenticator(usual);
    server.setPasswordAuthenticator((user, given, session) -> {
      logins.add("keyboard-interactive " + user);
      return given.equals(password);
    });
    return this;
  }

  SshTestServer takingKey(PublicKey key) {
    server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    server.setPublickeyAuthenticator((user, given, session) -> {
      logins.add("key " + user);
      return org.apache.sshd.common.config.keys.KeyUtils.compareKeys(given, key);
    });
    return this;
  }

  /** Ends each connection after its first command, as some routers do. */
  SshTestServer closingAfterEachCommand() {
    server.addChannelListener(
        new ChannelListener() {
          @Override
          public void channelClosed(Channel channel, @Nullable Throwable reason) {
            channel.getSession().close(false);
          }
        });
    return this;
  }

  SshTestServer start() throws IOException {
    server.start();
    return this;
  }

  /** A new life at the same port, with another host key. */
  SshTestServer rebornWithAnotherKey() throws IOException, GeneralSecurityException {
    int port = server.getPort();
    server.stop(true);
    SshTestServer reborn = new SshTestServer();
    reborn.server.setPort(port);
    return reborn;
  }

  void dropConnections() {
    server.getActiveSessions().forEach(session -> session.close(true));
  }

  Endpoint.Ssh endpoint(Optional<String> password, Optional<Path> keyFile) {
    return new Endpoint.Ssh("127.0.0.1", server.getPort(), "admin", password, keyFile);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private Command command(String line) throws IOException {
    String verb = line.split(" ", 2)[0];
    if (!List.of("echo", "fail", "big", "hang", "drop").contains(verb)) {
      throw new IOException("no such command");
    }
    return new AbstractCommandSupport(line, null) {
      @Override
      public void run() {
        try {
          onExit(execute(line, getOutputStream(), getErrorStream(), this));
        } catch (IOException | InterruptedException e) {
          onExit(1, e.toString());
        }
      }
    };
  }

  private int execute(String line, OutputStream out, OutputStream err, AbstractCommandSupport self)
      throws IOException, InterruptedException {
    String[] words = line.split(" ", 2);
    switch (words[0]) {
      case "echo" -> out.write((words[1] + "\n").getBytes(StandardCharsets.UTF_8));
      case "fail" -> {
        err.write("% no such neighbor\n".getBytes(StandardCharsets.UTF_8));
        err.flush();
        return 3;
      }
      case "big" -> {
        byte[] block = "0123456789abcdef".repeat(64).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
          err.write(block);
          out.write(block);
        }
      }
      case "hang" -> {
        hanging.countDown();
        new CountDownLatch(1).await();
      }
      default -> self.getServerSession().close(true);
    }
    out.flush();
    err.flush();
    return 0;
  }
}
