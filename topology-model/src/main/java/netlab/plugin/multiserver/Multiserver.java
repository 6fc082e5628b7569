package netlab.plugin.multiserver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.lab.Lab;
import netlab.net.Ip;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/** Spreads a lab over several machines. */
public final class Multiserver implements Plugin {
  static final String NAME = "multiserver";

  /** The largest number that a VXLAN header has room for (RFC 7348, section 5). */
  private static final int LARGEST_VNI = 0xffffff;

  /** What may stand in a command of a script. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]*");

  /** Linux takes 15 characters; a leading minus would be an option of a command. */
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,14}");

  private static final Pattern FOLDER =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

  @Override
  public String name() {
    return NAME;
  }

  /** Each server must have the same addresses as the others, so none keeps those it had before. */
  @Override
  public boolean keepsNumbers() {
    return false;
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Optional<Yaml> servers = lab.root().find(NAME, "servers");
    if (lab.root().get(NAME).isEmpty() || servers.filter(s -> !isMap(s)).isPresent()) {
      return lab.root(); // nothing to do, or reported with the other attributes of the lab
    }
    if (Trees.mapAt(lab.root(), NAME, "servers").entries().isEmpty()) {
      lab.diagnostics()
          .error(
              Code.MISSING_VALUE,
              lab.root().key(NAME).orElseThrow().span(),
              "plugin `multiserver` does not know the servers of this lab",
              "name them: `multiserver: { vxlan.dev: eth0, servers: { s1: { host: 192.0.2.1,"
                  + " members: [ r1 ] } } }`");
      return lab.root();
    }
    Yaml.Map settings = Trees.mapAt(lab.defaults(), NAME).under(Trees.mapAt(lab.root(), NAME));
    Key key = settings.key("servers").orElseThrow();
    Yaml.Map numbered = numbered(Trees.mapAt(settings, "servers"));
    return lab.root().with(lab.root().key(NAME).orElseThrow(), settings.with(key, numbered));
  }

  private static boolean isMap(Yaml yaml) {
    return yaml instanceof Yaml.Map;
  }

  /** Servers without a number get those that no other has, from 1. */
  private static Yaml.Map numbered(Yaml.Map servers) {
    Set<Long> taken = new HashSet<>();
    servers
        .entries()
        .values()
        .forEach(server -> {
          if (server instanceof Yaml.Map data) {
            Trees.scalarAt(data, "id").ifPresent(id -> id.asInt().ifPresent(taken::add));
          }
        });
    long next = 1;
    SequencedMap<Key, Yaml> numbered = new LinkedHashMap<>();
    for (Map.Entry<Key, Yaml> server : servers.entries().entrySet()) {
      Yaml value = server.getValue();
      if (value instanceof Yaml.Map data && data.get("id").isEmpty()) {
        while (!taken.add(next)) {
          next++;
        }
        Span span = server.getKey().span();
        value = data.with(new Key("id", span), Yaml.Scalar.of(Long.toString(next), span));
      }
      numbered.put(server.getKey(), value);
    }
    return new Yaml.Map(numbered, servers.span());
  }

  @Override
  public void check(Lab lab, Diagnostics diagnostics) {
    Value.Fields settings = lab.globals().fieldsAt(NAME);
    if (settings.isEmpty()) {
      return;
    }
    provider(lab, diagnostics);
    Distribution distribution = Distribution.of(lab, diagnostics);
    numbers(settings, diagnostics);
    folders(distribution, diagnostics);
    names(settings, distribution, diagnostics);
    int last = settings.intAt("vxlan.vni_base").orElse(1) + distribution.crossings().size() - 1;
    if (last > LARGEST_VNI) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          settings.keySpan("vxlan.vni_base"),
          "the last of %d tunnels would have number %d, and %d is the largest one"
              .formatted(distribution.crossings().size(), last, LARGEST_VNI),
          "begin with a smaller `vni_base`");
    }
  }

  private static void provider(Lab lab, Diagnostics diagnostics) {
    Optional<String> other =
        lab.provider()
            .filter(p -> !p.equals("clab"))
            .or(() ->
                lab.nodes().values().stream()
                    .flatMap(node -> node.provider().stream())
                    .filter(p -> !p.equals("clab"))
                    .findFirst());
    if (other.isPresent()) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          lab.globals().keySpan(NAME),
          "plugin `multiserver` is for containers, and the provider of this lab is `"
              + other.get()
              + "`",
          "add `provider: clab` to the lab");
    }
  }

  private static void numbers(Value.Fields settings, Diagnostics diagnostics) {
    Map<Long, String> seen = new HashMap<>();
    settings
        .fieldsAt("servers")
        .fields()
        .keySet()
        .forEach(name -> {
          long id = settings.longAt("servers." + name + ".id").orElse(0L);
          String before = seen.putIfAbsent(id, name);
          if (before != null) {
            diagnostics.error(
                Code.ATTRIBUTE_CONFLICT,
                settings.keySpan("servers." + name + ".id"),
                "servers `%s` and `%s` have the same number %d".formatted(before, name, id),
                "leave `id` out: servers are numbered by themselves",
                List.of(
                    new Note(
                        "the other one is here", settings.keySpan("servers." + before + ".id"))));
          }
        });
  }

  private static void folders(Distribution distribution, Diagnostics diagnostics) {
    Value.Fields settings = distribution.settings();
    Span at = settings.at("output_dir").map(Value::span).orElse(settings.span());
    Set<String> seen = new HashSet<>();
    for (Server server : distribution.servers().values()) {
      if (!FOLDER.matcher(server.folder()).matches()) {
        diagnostics.error(
            Code.INVALID_NAME,
            at,
            "`" + settings.textAt("output_dir").orElse("") + "` cannot be a folder of a server",
            "a path below the lab's folder that may have {server_name}, {server_id} and {name}"
                + " in it, such as `server-{server_name}`");
        return;
      }
      if (!seen.add(server.folder())) {
        diagnostics.error(
            Code.INVALID_NAME,
            at,
            "several servers would have the folder `" + server.folder() + "`",
            "put {server_name} into it");
        return;
      }
    }
  }

  private static void names(
      Value.Fields settings, Distribution distribution, Diagnostics diagnostics) {
    Set<String> needed = new HashSet<>();
    distribution.crossings().values().stream()
        .filter(Distribution.Crossing::shared)
        .forEach(crossing -> needed.addAll(crossing.servers()));
    Map<String, String> hosts = new HashMap<>();
    for (Server server : distribution.servers().values()) {
      Span at = span(settings, "servers." + server.name() + ".host");
      String host = server.host();
      if (!HOST.matcher(host).matches()) {
        diagnostics.error(
            Code.INVALID_NAME,
            at,
            "`" + host + "` cannot be the address of a machine",
            "write an IP address or a name: `host: 192.0.2.1`");
      } else if (Ip.tryParse(host).isEmpty() && needed.contains(server.name())) {
        diagnostics.error(
            Code.INVALID_ADDRESS,
            at,
            "server `%s` shares a link with more than two ends, and `%s` is no IP address"
                .formatted(server.name(), host),
            "the tunnels of such links are made by the kernel, which knows no names");
      }
      String other = hosts.putIfAbsent(host, server.name());
      if (other != null) {
        diagnostics.warning(
            Code.ATTRIBUTE_CONFLICT,
            at,
            "servers `%s` and `%s` are the same machine".formatted(other, server.name()),
            "a tunnel from a machine to itself does not work; make them one server");
      }
      device(settings, server, diagnostics);
      if (server.nodes().isEmpty()) {
        diagnostics.report(
            settings.textAt(Distribution.HERE).filter(server.name()::equals).isPresent()
                ? Severity.ERROR
                : Severity.WARNING,
            Code.MISSING_VALUE,
            settings.keySpan("servers." + server.name()),
            "server `" + server.name() + "` has no node",
            Optional.of("give it `members` or `groups`, or remove it"),
            List.of());
      }
    }
    settings
        .textAt(Distribution.HERE)
        .filter(here -> !distribution.servers().containsKey(here))
        .ifPresent(here ->
            diagnostics.unknownName(
                Code.UNKNOWN_NAME,
                span(settings, Distribution.HERE),
                "there is no server `" + here + "`",
                here,
                "servers of this lab",
                distribution.servers().keySet()));
  }

  private static void device(Value.Fields settings, Server server, Diagnostics diagnostics) {
    String path = "servers." + server.name();
    if (server.device().isEmpty()) {
      diagnostics.error(
          Code.MISSING_VALUE,
          settings.keySpan(path),
          "server `" + server.name() + "` has no interface towards the other servers",
          "name it: `multiserver.vxlan.dev: eth0`, or `vxlan_dev` of the server");
    } else if (!DEVICE.matcher(server.device()).matches()) {
      String own = path + ".vxlan_dev";
      diagnostics.error(
          Code.INVALID_NAME,
          span(settings, settings.at(own).isPresent() ? own : "vxlan.dev"),
          "`" + server.device() + "` cannot be an interface of server `" + server.name() + "`",
          "name the interface towards the other servers, such as eth0");
    }
  }

  private static Span span(Value.Fields settings, String path) {
    return settings.at(path).map(Value::span).orElse(settings.span());
  }
}
