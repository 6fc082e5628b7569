package netlab.transport;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import netlab.exec.Shell;

/** The connections of one command to the nodes of a lab: one a node, all closed at the end. */
public final class Connections implements AutoCloseable {
  private record Key(String node, Endpoint endpoint) {}

  private final Shell shell;
  private final KnownHosts knownHosts;
  private final Map<Key, Transport> open = new LinkedHashMap<>();

  /**
   * No connections yet.
   *
   * @param knownHosts the file with the host keys of the lab's nodes; need not exist
   */
  public Connections(Shell shell, Path knownHosts) {
    this.shell = shell;
    this.knownHosts = new KnownHosts(knownHosts);
  }

  /** The transport to a node; the same one each time. Connects at the first command. */
  public synchronized Transport to(String node, Endpoint endpoint) {
    return open.computeIfAbsent(new Key(node, endpoint), key -> make(endpoint));
  }

  /** Each kind of transport is loaded only when it is used: SSH alone costs a quarter second. */
  private Transport make(Endpoint endpoint) {
    return switch (endpoint) {
      case Endpoint.Ssh ssh -> new SshTransport(ssh, knownHosts);
      case Endpoint.DockerExec docker -> ExecTransport.docker(shell, docker);
      case Endpoint.Netns netns -> ExecTransport.netns(shell, netns);
      case Endpoint.VtySockets sockets -> new VtySocketTransport(sockets);
      case Endpoint.Console console -> new TelnetTransport(console);
    };
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Transport::close);
    open.clear();
  }
}
