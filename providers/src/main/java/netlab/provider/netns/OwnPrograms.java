package netlab.provider.netns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import netlab.exec.Command;
import netlab.lab.NodeId;
import netlab.plan.Action;
import netlab.plan.FileContent;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.plan.Undo;
import netlab.render.ConfigFile;

/**
 * The nodes whose devices bring programs of their own ({@link DevicePrograms}): what places their
 * files, and starts and ends them. Each has a folder {@code /run/netlab/NAMESPACE}.
 */
record OwnPrograms(Reach reach, SequencedMap<NodeId, Own> nodes) {
  /** A node. */
  record Own(String namespace, NodeFiles files, DevicePrograms programs) {
    String folder() {
      return Sight.FOLDERS + namespace;
    }
  }

  /** Passwords are in these files. */
  private static final String MODE = "rw-r-----";

  /** The nodes among these that have such programs. */
  static OwnPrograms of(Reach reach, Wiring wiring, SequencedMap<NodeId, NodeFiles> nodes) {
    SequencedMap<NodeId, Own> all = new LinkedHashMap<>();
    nodes.forEach((node, files) ->
        files
            .started()
            .ifPresent(programs ->
                all.put(node, new Own(wiring.names().namespace(node), files, programs))));
    return new OwnPrograms(reach, all);
  }

  /** Their files, by the path below the lab's folder. */
  SequencedMap<SafePath, FileContent> staged() {
    SequencedMap<SafePath, FileContent> all = new LinkedHashMap<>();
    for (Own own : nodes.values()) {
      own.files()
          .own()
          .forEach((name, file) -> {
            List<String> path = new ArrayList<>(Routers.STAGING);
            path.add(own.namespace());
            path.add(name);
            all.put(new SafePath(path), new FileContent(file.content(), MODE));
          });
    }
    return all;
  }

  /** The commands that bring the files into the folders of the nodes. */
  List<Command> place(Path staging) {
    List<Command> all = new ArrayList<>();
    all.add(reach.inLab(List.of(tool("mkdir"), "-p", Sight.FOLDERS)));
    List<String> copy = new ArrayList<>();
    copy.addAll(List.of(tool("cp"), "-r", "--preserve=mode", "-t", Sight.FOLDERS));
    nodes.values().forEach(own -> copy.add(own.namespace()));
    all.add(reach.inLab(staging, copy));
    all.addAll(folders());
    if (!reach.host().rootless()) {
      SequencedMap<String, List<String>> owners = new LinkedHashMap<>();
      for (Own own : nodes.values()) {
        own.programs()
            .owner()
            .ifPresent(
                user -> owners.computeIfAbsent(user, u -> new ArrayList<>()).add(own.folder()));
      }
      owners.forEach((user, folders) -> {
        List<String> give = new ArrayList<>(List.of(tool("chown"), "-R", user + ":"));
        give.addAll(folders);
        all.add(reach.inLab(give));
      });
    }
    return all;
  }

  /** The folders and named pipes that programs want to find. */
  private List<Command> folders() {
    SequencedSet<String> folders = new LinkedHashSet<>();
    List<String> pipes = new ArrayList<>();
    for (Own own : nodes.values()) {
      folders.addAll(own.programs().hostFolders());
      for (String pipe : own.programs().pipes()) {
        String path = own.folder() + "/" + pipe;
        folders.add(path.substring(0, path.lastIndexOf('/')));
        pipes.add(path);
      }
    }
    List<Command> all = new ArrayList<>();
    if (!folders.isEmpty()) {
      List<String> make = new ArrayList<>(List.of(tool("mkdir"), "-p"));
      make.addAll(folders);
      all.add(reach.inLab(make));
    }
    if (!pipes.isEmpty()) {
      List<String> make = new ArrayList<>(List.of(tool(DevicePrograms.PIPE)));
      make.addAll(pipes);
      all.add(reach.inLab(make));
    }
    return all;
  }

  /** Ends the programs, too. Nothing for an ordinary user, whose holder takes all with it. */
  List<Undo> remove() {
    if (reach.host().rootless()) {
      return List.of();
    }
    List<String> argv = new ArrayList<>(List.of(tool("rm"), "-r", "-f", "--"));
    nodes.values().forEach(own -> argv.add(own.folder()));
    List<String> namespaces = nodes.values().stream().map(Own::namespace).toList();
    return List.of(new Undo.EndProcesses(namespaces), Undo.Run.of(Action.of(reach.inLab(argv))));
  }

  /** The steps that have each configuration read by its program, where a program can. */
  List<Step> check() {
    List<Step> all = new ArrayList<>();
    nodes.forEach((node, own) ->
        own.programs()
            .check()
            .ifPresent(check ->
                all.add(
                    new Step.PushConfig(
                        new StepId(NetnsEffects.CHECK + node),
                        "check the configuration of " + node,
                        node.name(),
                        Optional.ofNullable(own.files().own().get(check.file()))
                            .map(ConfigFile::content)
                            .orElse("")))));
    return all;
  }

  /** The commands that start all programs. */
  List<Command> start() {
    List<Command> all = new ArrayList<>();
    for (Own own : nodes.values()) {
      own.programs().all().forEach((name, program) -> all.add(start(own, name, program)));
    }
    return List.copyOf(all);
  }

  private Command start(Own own, String name, DevicePrograms.Program program) {
    List<String> words = new ArrayList<>(program.run());
    words.addAll(reach.host().rootless() ? program.asUser() : program.asRoot());
    List<String> filled = new ArrayList<>(DevicePrograms.filled(words, own.folder()));
    filled.set(0, tool(filled.getFirst()));
    if (!program.background()) {
      return reach.inNamespace(own.namespace(), filled);
    }
    String file = own.folder() + "/" + name;
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(tool(DevicePrograms.STARTER), "--start", "--quiet", "--background"));
    argv.addAll(List.of("--make-pidfile", "--pidfile", file + ".pid", "--output", file + ".log"));
    argv.addAll(List.of("--startas", filled.getFirst(), "--"));
    argv.addAll(filled.subList(1, filled.size()));
    return reach.inNamespace(own.namespace(), argv);
  }

  private String tool(String name) {
    return reach.host().tool(name);
  }
}
