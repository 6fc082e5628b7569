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
  /**
   * An interface that a test took down or made worse, or a node that it stopped.
   *
   * @param port empty for the node itself
   */
  private record Broken(String test, String node, Optional<String> port, boolean impaired) {
    String shown() {
      return port.map(name -> node + " " + name).orElse(node + " stopped");
    }
  }

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
    Set<Broken> parts = parts(test, failure);
    Set<Broken> all = new LinkedHashSet<>(known());
    all.addAll(parts);
    write(all);
    for (Broken one : parts) {
      Optional<String> wrong = act(one, failure);
      if (wrong.isPresent()) {
        repair(List.of(test));
        write(known().stream().filter(b -> !b.test.equals(test)).toList());
        return wrong;
      }
    }
    return Optional.empty();
  }

  /** What an earlier test broke, for messages: {@code r1 eth1, r2 stopped}. */
  String shown(String test) {
    return String.join(
        ", ", known().stream().filter(b -> b.test.equals(test)).map(Broken::shown).toList());
  }

  /** Repairs what these tests broke, all for the name {@code all}; says what could not be. */
  Optional<String> repair(List<String> tests) throws InterruptedException {
    return repair(one -> tests.contains("all") || tests.contains(one.test));
  }

  /** Repairs everything; says what could not be. */
  public Optional<String> repairAll() throws InterruptedException {
    return repair(one -> true);
  }

  /** True when something is broken, also by an earlier validation. */
  public boolean some() {
    return !known().isEmpty();
  }

  /** The last that broke first: a stopped node has its interfaces again when it runs. */
  private Optional<String> repair(Predicate<Broken> which) throws InterruptedException {
    List<Broken> left = new ArrayList<>();
    Optional<String> first = Optional.empty();
    for (Broken one : known().reversed()) {
      Optional<String> wrong = which.test(one) ? undo(one) : Optional.empty();
      if (wrong.isPresent() || !which.test(one)) {
        left.addFirst(one);
      }
      first = first.or(() -> wrong);
    }
    write(left);
    return first;
  }

  private Optional<String> act(Broken one, Failure failure) throws InterruptedException {
    if (one.port.isEmpty()) {
      return provider.stop(run, new NodeId(one.node));
    }
    String port = one.port.get();
    return failure.impairs()
        ? tool("tc", one, failure.impairment().over(own(one)).set(port))
        : tool("ip", one, List.of("link", "set", "dev", port, "down"));
  }

  /** How the lab file wants an interface to be. */
  private Impairment own(Broken one) {
    return interfaces(one.node).stream()
        .map(JsonElement::getAsJsonObject)
        .filter(i -> Optional.of(i.get("ifname").getAsString()).equals(one.port))
        .findFirst()
        .map(Impairment::ofInterface)
        .orElse(Impairment.NONE);
  }

  private Optional<String> undo(Broken one) throws InterruptedException {
    if (one.port.isEmpty()) {
      Optional<String> wrong = provider.start(run, new NodeId(one.node));
      return wrong.isPresent() ? wrong : impairAgain(one);
    }
    String port = one.port.get();
    if (!one.impaired) {
      return tool("ip", one, List.of("link", "set", "dev", port, "up"));
    }
    Impairment own = own(one);
    return tool("tc", one, own.isNone() ? Impairment.clear(port) : own.set(port));
  }

  /** A container that has started has its links without what the lab file makes of them. */
  private Optional<String> impairAgain(Broken node) throws InterruptedException {
    for (JsonElement port : interfaces(node.node)) {
      String name = port.getAsJsonObject().get("ifname").getAsString();
      Broken end = new Broken(node.test, node.node, Optional.of(name), true);
      Impairment own = own(end);
      Optional<String> wrong = own.isNone() ? Optional.empty() : tool("tc", end, own.set(name));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private List<JsonElement> interfaces(String node) {
    return model
        .getAsJsonObject("nodes")
        .getAsJsonObject(node)
        .getAsJsonArray("interfaces")
        .asList();
  }

  private Optional<String> tool(String program, Broken one, List<String> words)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of(program));
    argv.addAll(words);
    Optional<Command> command = provider.inNetwork(run, new NodeId(one.node), argv);
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
    return result.ok() ? Optional.empty() : Optional.of(one.shown() + ": " + result.problem());
  }

  /**
   * What a failure is about. Of links with routers only their interfaces go down: a host would
   * forget its routes, and sees that its link has no carrier. A router that stops takes nobody
   * else's interfaces down.
   */
  private Set<Broken> parts(String test, Failure failure) {
    Set<Broken> parts = new LinkedHashSet<>();
    for (JsonElement element : model.getAsJsonArray("links")) {
      JsonObject link = element.getAsJsonObject();
      List<JsonObject> ends =
          link.getAsJsonArray("interfaces").asList().stream()
              .map(JsonElement::getAsJsonObject)
              .toList();
      List<JsonObject> hit =
          failure.links().stream().anyMatch(name -> isCalled(link, ends, name))
              ? hit(failure, ends)
              : ofNodes(failure, ends);
      hit.forEach(end ->
          parts.add(
              new Broken(
                  test,
                  node(end),
                  Optional.of(end.get("ifname").getAsString()),
                  failure.impairs())));
    }
    if (!failure.impairs()) {
      failure
          .nodes()
          .forEach(node -> parts.add(new Broken(test, node.name(), Optional.empty(), false)));
    }
    return parts;
  }

  private List<JsonObject> hit(Failure failure, List<JsonObject> ends) {
    List<JsonObject> routers = ends.stream().filter(this::isRouter).toList();
    return failure.impairs() || routers.isEmpty() ? ends : routers;
  }

  /** The ends of a link that break with their nodes. */
  private List<JsonObject> ofNodes(Failure failure, List<JsonObject> ends) {
    List<JsonObject> own =
        ends.stream().filter(end -> failure.nodes().contains(new NodeId(node(end)))).toList();
    boolean stops = !failure.impairs() && own.stream().allMatch(this::isRouter);
    return own.isEmpty() || stops ? own : hit(failure, ends);
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
                Optional.ofNullable(one.get("interface")).map(JsonElement::getAsString),
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
    for (Broken part : all) {
      JsonObject one = new JsonObject();
      one.addProperty("test", part.test);
      one.addProperty("node", part.node);
      part.port.ifPresent(port -> one.addProperty("interface", port));
      one.addProperty("impaired", part.impaired);
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
