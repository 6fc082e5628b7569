package netlab.provider.netns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.exec.Command;
import netlab.lab.NodeId;
import netlab.plan.FileContent;
import netlab.plan.SafePath;

/**
 * The routers of a lab: the files FRR finds in its folders, and the commands that start its
 * daemons. A router's namespace is also its FRR path space: sockets and process ids are in {@code
 * /run/frr/NAMESPACE}.
 */
record Routers(Reach reach, HostFacts.Frr frr, SequencedMap<NodeId, Router> routers) {
  /** A router. */
  record Router(String namespace, NodeFiles files, DaemonSet daemons) {
    String config() {
      return files.text(NodeFiles.FRR_CONF).orElse("");
    }
  }

  static final String CONFIG_FOLDER = "/etc/frr/";
  static final String RUN_FOLDER = "/run/frr/";

  /** Passwords are in these files: for their owner and FRR's group only. */
  private static final String MODE = "rw-r-----";

  /** Below the lab's folder: what is copied to FRR's folder. */
  static final List<String> STAGING = List.of(".netlab", "netns");

  /** The routers among these nodes. */
  static Routers of(
      Reach reach, HostFacts.Frr frr, Wiring wiring, SequencedMap<NodeId, NodeFiles> nodes) {
    SequencedMap<NodeId, Router> routers = new LinkedHashMap<>();
    nodes.forEach((node, files) -> {
      if (files.isRouter()) {
        String config = files.text(NodeFiles.FRR_CONF).orElse("");
        DaemonSet daemons = DaemonSet.of(files.text(NodeFiles.DAEMONS), config, frr.managed());
        routers.put(node, new Router(wiring.names().namespace(node), files, daemons));
      }
    });
    return new Routers(reach, frr, routers);
  }

  /** The files of all routers, by their path below the lab's folder. */
  SequencedMap<SafePath, FileContent> staged() {
    SequencedMap<SafePath, FileContent> all = new LinkedHashMap<>();
    for (Router router : routers.values()) {
      SequencedMap<String, String> files = new LinkedHashMap<>();
      // vtysh complains on every call when this file is absent.
      files.put(NodeFiles.VTYSH_CONF, "");
      router.files().frr().forEach((name, file) -> files.put(name, file.content()));
      if (!frr.managed()) {
        for (String daemon : router.daemons().names()) {
          files.put(ownConfig(daemon), DaemonConfig.of(daemon, router.config()));
        }
      }
      files.forEach((name, text) -> all.put(path(router, name), new FileContent(text, MODE)));
    }
    return all;
  }

  private static SafePath path(Router router, String name) {
    List<String> names = new ArrayList<>(STAGING);
    names.add(router.namespace());
    names.add(name);
    return new SafePath(names);
  }

  private static String ownConfig(String daemon) {
    return daemon + ".conf";
  }

  List<String> namespaces() {
    return routers.values().stream().map(Router::namespace).toList();
  }

  /** These folders of all routers: {@code /etc/frr/NAMESPACE}. */
  List<String> folders(String parent) {
    return namespaces().stream().map(name -> parent + name).toList();
  }

  /** The commands that start a daemon in each router that runs it. */
  List<Command> start(String daemon) {
    List<Command> all = new ArrayList<>();
    for (Router router : routers.values()) {
      if (router.daemons().names().contains(daemon)) {
        all.add(start(reach, frr, router.namespace(), router.daemons(), daemon));
      }
    }
    return List.copyOf(all);
  }

  /** The commands that start what is left once {@code mgmtd} and {@code zebra} run. */
  List<Command> startProtocols() {
    List<Command> all = new ArrayList<>();
    for (Router router : routers.values()) {
      for (String daemon : router.daemons().names()) {
        if (!daemon.equals(DaemonSet.MGMTD) && !daemon.equals(DaemonSet.ZEBRA)) {
          all.add(start(reach, frr, router.namespace(), router.daemons(), daemon));
        }
      }
    }
    return List.copyOf(all);
  }

  /** The command that starts one of a router's daemons. */
  static Command start(
      Reach reach, HostFacts.Frr frr, String space, DaemonSet daemons, String daemon) {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(frr.folder().resolve(daemon).toString(), "-d", "-N", space));
    if (reach.host().rootless()) {
      // Only one user id is mapped, so the daemon cannot become the user frr.
      argv.addAll(List.of("-u", "root", "-g", "root"));
    }
    if (!frr.managed()) {
      argv.addAll(List.of("-f", CONFIG_FOLDER + space + "/" + ownConfig(daemon)));
    }
    daemons
        .modules()
        .getOrDefault(daemon, List.of())
        .forEach(module -> {
          argv.add("-M");
          argv.add(module);
        });
    argv.addAll(List.of("--log", "file:" + RUN_FOLDER + space + "/" + daemon + ".log"));
    return reach.inNamespace(space, argv);
  }
}
