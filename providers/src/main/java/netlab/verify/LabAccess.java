package netlab.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.exec.Deadline;
import netlab.expect.Expectation;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.provider.Change;
import netlab.provider.NodeStatus;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.render.ConfigFile;
import netlab.show.Reader;
import netlab.show.Readers;
import netlab.show.Shown;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.Connections;
import netlab.transport.Endpoint;
import netlab.transport.Reply;
import netlab.transport.Transport;
import netlab.transport.TransportFailure;

/** Reads the nodes of a running lab over the provider's connections, one connection a node. */
public final class LabAccess implements Access, AutoCloseable {
  private final LabState lab;
  private final RunInfo run;
  private final Provider provider;
  private final Connections connections;
  private final Map<String, Readers> readers = new ConcurrentHashMap<>();

  /** Access to a lab that is run by this provider; nothing is connected yet. */
  public LabAccess(LabState lab, RunInfo run, Provider provider) {
    this.lab = lab;
    this.run = run;
    this.provider = provider;
    this.connections =
        new Connections(provider.shell(run), new LabFolder(run.folder()).knownHosts());
  }

  @Override
  public Map<String, Reading> read(NodeId node, List<String> names, Deadline deadline)
      throws InterruptedException {
    return read(node, names, deadline, provider::reading);
  }

  @Override
  public Optional<Map<String, Reading>> glance(NodeId node, List<String> names, Deadline deadline)
      throws InterruptedException {
    Optional<Endpoint> cheaper = provider.glance(run, node);
    return cheaper.isEmpty() || cheaper.get().equals(provider.reading(run, node))
        ? Optional.empty()
        : Optional.of(read(node, names, deadline, (r, n) -> cheaper.get()));
  }

  @Override
  public void prepare(NodeId node, Deadline deadline) throws InterruptedException {
    connections.to(node.name(), provider.reading(run, node)).connect(deadline);
  }

  @Override
  public boolean awake(NodeId node) {
    return !run.nodes().containsKey(node) || provider.awake(run, node);
  }

  private Map<String, Reading> read(
      NodeId node, List<String> names, Deadline deadline, BiFunction<RunInfo, NodeId, Endpoint> way)
      throws InterruptedException {
    Map<String, Reading> readings = new LinkedHashMap<>();
    List<Reader> known = new ArrayList<>();
    for (String name : names) {
      Optional<Reader> reader =
          readers(node).flatMap(all -> all.find(name)).flatMap(r -> r.about(Map.of()));
      reader.ifPresentOrElse(known::add, () -> readings.put(name, unsupported(node, name)));
    }
    if (known.isEmpty()) {
      return readings;
    }
    Endpoint endpoint = way.apply(run, node);
    Transport transport = connections.to(node.name(), endpoint);
    // Each daemon has a socket of its own: one that is dead says nothing about the others.
    List<List<Reader>> exchanges =
        endpoint instanceof Endpoint.VtySockets
            ? known.stream().map(List::of).toList()
            : List.of(known);
    for (List<Reader> exchange : exchanges) {
      readings.putAll(exchange(transport, exchange, deadline));
    }
    return readings;
  }

  /**
   * Asks a node one thing.
   *
   * @param name the kind of facts
   * @param about what the commands of the reader are about, by the names it has for that
   */
  public Reading ask(NodeId node, String name, Map<String, String> about, Deadline deadline)
      throws InterruptedException {
    Optional<Reader> known = readers(node).flatMap(all -> all.find(name));
    Optional<Reader> reader = known.flatMap(r -> r.about(about));
    if (reader.isEmpty()) {
      return known.isEmpty()
          ? unsupported(node, name)
          : new Reading.Unreadable("reader " + name + " cannot ask about " + about);
    }
    Endpoint endpoint =
        reader.get().program() ? provider.programs(run, node) : provider.reading(run, node);
    Transport transport = connections.to(node.name(), endpoint);
    return Objects.requireNonNull(
        exchange(transport, List.of(reader.get()), deadline).get(name), name);
  }

  /** True when programs in a node are programs of this machine, with all its files. */
  public boolean isOfHost(NodeId node) {
    return provider.programs(run, node) instanceof Endpoint.Netns;
  }

  /** False for a node that this lab knows and does not start. */
  public boolean starts(NodeId node) {
    return run.nodes().containsKey(node);
  }

  /** Changes a node that runs; see {@link Provider#change}. */
  public Change change(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    return provider.change(run, node, file, deadline);
  }

  /** Runs a command on the command line of the device. */
  public Answer command(NodeId node, String command, Deadline deadline)
      throws InterruptedException {
    return connections.to(node.name(), provider.cli(run, node)).run(List.of(command), deadline);
  }

  /** Runs a program in the node. */
  public Answer program(NodeId node, String command, Deadline deadline)
      throws InterruptedException {
    return connections
        .to(node.name(), provider.programs(run, node))
        .run(List.of(command), deadline);
  }

  private static Map<String, Reading> exchange(
      Transport transport, List<Reader> readers, Deadline deadline) throws InterruptedException {
    List<String> commands = readers.stream().flatMap(r -> r.commands().stream()).toList();
    Answer answer = transport.run(commands, deadline);
    Map<String, Reading> readings = new LinkedHashMap<>();
    int from = 0;
    for (Reader reader : readers) {
      int to = from + reader.commands().size();
      readings.put(
          reader.name(),
          switch (answer) {
            case Answer.Failed failed when failed.replies().size() < to ->
                unreached(failed.failure());
            case Answer.Failed failed -> reading(reader, failed.replies().subList(from, to));
            case Answer.Complete done -> reading(reader, done.replies().subList(from, to));
          });
      from = to;
    }
    return readings;
  }

  private static Reading unreached(TransportFailure failure) {
    return switch (failure) {
      case TransportFailure.CommandFailed refused -> new Reading.Unreadable(refused.message());
      case TransportFailure.Unreachable f -> new Reading.Unreachable(f.message());
      case TransportFailure.AuthenticationFailed f -> new Reading.Unreachable(f.message());
      case TransportFailure.HostKeyChanged f -> new Reading.Unreachable(f.message());
      case TransportFailure.Timeout f -> new Reading.Unreachable(f.message());
      case TransportFailure.Closed f -> new Reading.Unreachable(f.message());
    };
  }

  private static Reading reading(Reader reader, List<Reply> replies) {
    for (Reply reply : replies) {
      // Programs such as ping fail when the answer is no, routers when there is nothing to show.
      boolean told = reader.program() || (!reply.out().isBlank() && reader.nothing(reply.out()));
      if (!reply.ok() && !told) {
        String said = (reply.err().isBlank() ? reply.out() : reply.err()).strip();
        String first = said.lines().findFirst().orElse("no reason given");
        return new Reading.Unreadable("`" + reply.command() + "` failed: " + first);
      }
    }
    List<String> outputs =
        replies.stream().map(r -> reader.program() ? r.out() + r.err() : r.out()).toList();
    return switch (reader.read(outputs)) {
      case Shown.Rows(var rows) -> new Reading.Rows(rows);
      case Shown.Unreadable(String why) ->
          new Reading.Unreadable("`" + String.join("; ", reader.commands()) + "` answered: " + why);
    };
  }

  private Reading unsupported(NodeId node, String reader) {
    String device = lab.node(node).map(NodeState::device).orElse("?");
    return new Reading.Unsupported(
        run.nodes().containsKey(node)
            ? "device `" + device + "` has no reader for " + reader
            : node + " is not started by netlab");
  }

  /** The readers of a node's device; empty for a node that this lab does not start. */
  private Optional<Readers> readers(NodeId node) {
    return lab.node(node)
        .filter(n -> run.nodes().containsKey(node))
        .map(lab::device)
        .map(device ->
            // A wrong entry was reported when the lab was compiled; here it is just absent.
            readers.computeIfAbsent(device.name(), name -> Readers.of(device, new Diagnostics())));
  }

  @Override
  public Function<Expectation, Optional<String>> dead() throws InterruptedException {
    Map<NodeId, NodeStatus> now = new HashMap<>();
    provider.status(run).forEach(status -> now.put(status.node(), status));
    return expectation ->
        Optional.ofNullable(now.get(expectation.node()))
            .flatMap(status -> death(status, expectation));
  }

  private Optional<String> death(NodeStatus status, Expectation expectation) {
    Optional<String> daemon =
        readers(status.node())
            .flatMap(all -> all.find(expectation.reader()))
            .flatMap(Reader::daemon);
    return switch (status.state()) {
      case RUNNING -> Optional.empty();
      case ABSENT -> Optional.of(status.node() + " does not run any more");
      case DEGRADED ->
          status.parts().stream()
              .filter(part -> !part.alive())
              .filter(part -> daemon.isEmpty() || part.carries(daemon.get()))
              .map(part -> part.name() + " of " + status.node() + " has ended: " + part.detail())
              .findFirst();
    };
  }

  @Override
  public List<String> related(Expectation expectation) {
    String family = expectation.reader().replaceFirst("\\..*", ".");
    Set<String> all = readers(expectation.node()).map(Readers::names).orElse(Set.of());
    return all.stream()
        .filter(name -> name.startsWith(family) && !name.equals(expectation.reader()))
        .toList();
  }

  @Override
  public Optional<String> lookCloser(Expectation expectation) {
    Optional<Device> device = lab.node(expectation.node()).map(lab::device);
    return device
        .flatMap(d -> d.facts().textAt("show." + expectation.reader() + ".look"))
        .or(() ->
            readers(expectation.node())
                .flatMap(all -> all.find(expectation.reader()))
                .flatMap(reader -> reader.about(Map.of()))
                .map(reader -> reader.commands().getFirst()))
        .map(command -> filled(command, expectation.key()))
        .map(command -> "netlab exec " + expectation.node() + " \"" + command + "\"");
  }

  private static String filled(String command, Map<String, String> key) {
    String text = command;
    for (Map.Entry<String, String> field : key.entrySet()) {
      text = text.replace("{" + field.getKey() + "}", field.getValue());
    }
    return text;
  }

  /** Ends all connections. */
  @Override
  public void close() {
    connections.close();
  }
}
