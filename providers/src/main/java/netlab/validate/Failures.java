package netlab.validate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.provider.Impairment;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.state.LabState;
import netlab.state.NodeState;

/**
 * Breaks parts of a running lab and repairs them. What is broken is written down before it is
 * broken, so that it is repaired also after a validation that did not come to its end.
 */
public final class Failures {
  /** An interface that a test took down or made worse. */
  private record Broken(String test, String node, String port, boolean impaired) {}

  private final LabState lab;
  private final JsonObject model;
  private final RunInfo run;
  private final Provider provider;
  private final Path file;

  /**
   * The failures of a running lab.
   *
   * @param model its public model, which has the links
   */
  public Failures(LabState lab, JsonObject model, RunInfo run, Provider provider) {
    this.lab = lab;
    this.model = model;
    this.run = run;
    this.provider = provider;
    this.file = new LabFolder(run.folder()).broken();
  }

  /** Breaks what a test breaks; says why when that does not work. */
  Optional<String> apply(String test, Failure failure) throws InterruptedException {
    Set<Broken> ports = ports(test, failure);
    Set<Broken> all = new LinkedHashSet<>(known());
    all.addAll(ports);
    write(all);
    for (Broken port : ports) {
      Optional<String> wrong = act(port, failure);
      if (wrong.isPresent()) {
        repair(List.of(test));
        write(known().stream().filter(b -> !b.test.equals(test)).toList());
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** What an earlier test broke, for messages: {@code r1 eth1, r2 eth1}. */
  String shown(String test) {
    return String.join(
        ", ",
        known().stream().filter(b -> b.test.equals(test)).map(b -> b.node + " " + b.port).toList());
  }

  /** Repairs what these tests broke, all for the name {@code all}; says what could not be. */
  Optional<String> repair(List<String> tests) throws InterruptedException {
    return repair(port -> tests.contains("all") || tests.contains(port.test));
  }

  /** Repairs everything; says what could not be. */
  public Optional<String> repairAll() throws InterruptedException {
    return repair(port -> true);
  }

  /** True when something is broken, also by an earlier validation. */
  public boolean some() {
    return !known().isEmpty();
  }

  private Optional<String> repair(Predicate<Broken> which) throws InterruptedException {
    List<Broken> left = new ArrayList<>();
    Optional<String> first = Optional.empty();
    for (Broken port : known()) {
      Optional<String> wrong = which.test(port) ? undo(port) : Optional.empty();
      if (wrong.isPresent() || !which.test(port)) {
        left.add(port);
      }
      first = first.or(() -> wrong);
    }
    write(left);
    return first;
  }

  private Optional<String> act(Broken port, Failure failure) throws InterruptedException {
    if (!failure.impairs()) {
      return ip(port, "link", "set", "dev", port.port, "down");
    }
    return tool("tc", port, failure.impairment().over(own(port)).set(port.port));
  }

  /** How the lab file wants an interface to be. */
  private Impairment own(Broken port) {
    return model
        .getAsJsonObject("nodes")
        .getAsJsonObject(port.node)
        .getAsJsonArray("interfaces")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .filter(i -> i.get("ifname").getAsString().equals(port.port) && i.has("tc"))
        .map(i -> i.getAsJsonObject("tc"))
        .findFirst()
        .map(tc ->
            Impairment.of(name -> Optional.ofNullable(tc.get(name)).map(JsonElement::getAsString)))
        .orElse(Impairment.NONE);
  }

  private Optional<String> undo(Broken port) throws InterruptedException {
    if (port.impaired) {
      Impairment own = own(port);
      return tool("tc", port, own.isNone() ? Impairment.clear(port.port) : own.set(port.port));
    }
    return ip(port, "link", "set", "dev", port.port, "up");
  }

  private Optional<String> ip(Broken port, String... words) throws InterruptedException {
    return tool("ip", port, List.of(words));
  }

  private Optional<String> tool(String program, Broken port, List<String> words)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of(program));
    argv.addAll(words);
    Optional<Command> command = provider.inNetwork(run, new NodeId(port.node), argv);
    if (command.isEmpty()) {
      return Optional.of("provider " + provider.name() + " cannot break links");
    }
    Result result = provider.shell(run).run(command.get());
    if (Impairment.isClear(result)) {
      return Optional.empty();
    }
    if (Impairment.isUnknown(result)) {
      return Optional.of(
          "this kernel cannot delay or lose packets: it has no netem (`" + Impairment.LOAD + "`)");
    }
    return result.ok()
        ? Optional.empty()
        : Optional.of(port.node + " " + port.port + ": " + result.problem());
  }

  /**
   * The interfaces a failure is about. Of links with routers only theirs go down: a host would
   * forget its routes, and sees that its link has no carrier.
   */
  private Set<Broken> ports(String test, Failure failure) {
    Set<Broken> ports = new LinkedHashSet<>();
    for (JsonElement element : model.getAsJsonArray("links")) {
      JsonObject link = element.getAsJsonObject();
      List<JsonObject> ends =
          link.getAsJsonArray("interfaces").asList().stream()
              .map(JsonElement::getAsJsonObject)
              .toList();
      boolean named = failure.links().stream().anyMatch(name -> isCalled(link, ends, name));
      boolean ofNode =
          ends.stream().anyMatch(end -> failure.nodes().contains(new NodeId(node(end))));
      if (named || ofNode) {
        List<JsonObject> routers = ends.stream().filter(this::isRouter).toList();
        (failure.impairs() || routers.isEmpty() ? ends : routers)
            .forEach(end ->
                ports.add(
                    new Broken(
                        test, node(end), end.get("ifname").getAsString(), failure.impairs())));
      }
    }
    return ports;
  }

  private boolean isRouter(JsonObject end) {
    return lab.node(node(end)).map(NodeState::role).filter("host"::equals).isEmpty();
  }

  private static String node(JsonObject end) {
    return end.get("node").getAsString();
  }

  private static boolean isCalled(JsonObject link, List<JsonObject> ends, String name) {
    List<String> nodes = ends.stream().map(Failures::node).toList();
    return name.equals(String.join("-", nodes))
        || name.equals(String.join("-", nodes.reversed()))
        || (link.has("name") && name.equals(link.get("name").getAsString()));
  }

  private List<Broken> known() {
    List<Broken> all = new ArrayList<>();
    try {
      JsonElement read = JsonParser.parseString(Files.readString(file));
      for (JsonElement element : read.getAsJsonArray()) {
        JsonObject one = element.getAsJsonObject();
        all.add(
            new Broken(
                one.get("test").getAsString(),
                one.get("node").getAsString(),
                one.get("interface").getAsString(),
                one.get("impaired").getAsBoolean()));
      }
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | JsonParseException | IllegalStateException e) {
      // A damaged list cannot be repaired from; `netlab down` takes everything away.
      return List.copyOf(all);
    }
    return List.copyOf(all);
  }

  private void write(Iterable<Broken> all) {
    JsonArray list = new JsonArray();
    for (Broken port : all) {
      JsonObject one = new JsonObject();
      one.addProperty("test", port.test);
      one.addProperty("node", port.node);
      one.addProperty("interface", port.port);
      one.addProperty("impaired", port.impaired);
      list.add(one);
    }
    try {
      if (list.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        LabFolder.replace(file, list + "\n", "rw-------", false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
