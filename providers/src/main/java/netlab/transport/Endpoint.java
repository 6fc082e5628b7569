package netlab.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a node is reached: data from the provider, from which {@link Connections} connects. */
public sealed interface Endpoint {
  /** As the last of a program's arguments: the command's words take its place, one by one. */
  String WORDS = "{words}";

  /**
   * An SSH server. The key is tried first, then the password.
   *
   * @param host a name or an address
   * @param keyFile a private key without a passphrase
   * @param program what runs a command that is its last argument, when the user's shell is that of
   *     an operating system: {@code vtysh -c}; each word is quoted for that shell
   */
  record Ssh(
      String host,
      int port,
      String user,
      Optional<String> password,
      Optional<Path> keyFile,
      List<String> program)
      implements Endpoint {
    public Ssh {
      program = List.copyOf(program);
    }

    /** A server that takes the device's commands as they are. */
    public Ssh(
        String host, int port, String user, Optional<String> password, Optional<Path> keyFile) {
      this(host, port, user, password, keyFile, List.of());
    }

    /** A server on port 22 with a password. */
    public static Ssh withPassword(String host, String user, String password) {
      return new Ssh(host, 22, user, Optional.of(password), Optional.empty());
    }

    /** The same server with another name for the login. */
    public Ssh withUser(String other) {
      return new Ssh(host, port, other, password, keyFile, program);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "ssh " + user + "@" + host + ":" + port;
    }
  }

  /**
   * A program in a container.
   *
   * @param program what runs a command that is its last argument: {@code vtysh -c}, {@code sh -c};
   *     when empty, the command's words are the program and its arguments
   */
  record DockerExec(String container, List<String> program) implements Endpoint {
    public DockerExec {
      program = List.copyOf(program);
    }
  }

  /**
   * A program in a network namespace of this machine.
   *
   * @param namespace a name that {@code ip netns} knows
   * @param program as in {@link DockerExec}
   */
  record Netns(String namespace, List<String> program) implements Endpoint {
    public Netns {
      program = List.copyOf(program);
    }
  }

  /**
   * The sockets of a router's FRR daemons, on this machine.
   *
   * @param folder where {@code zebra.vty} and the others are: {@code /run/frr/NAME}; for a
   *     container on this machine {@code /proc/PID/root/run/frr}
   */
  record VtySockets(Path folder) implements Endpoint {}

  /** A serial console behind a TCP port. */
  record Console(String host, int port, ConsoleLogin login) implements Endpoint {}
}
