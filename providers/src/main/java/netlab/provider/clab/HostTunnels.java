package netlab.provider.clab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netlab.lab.Link;
import netlab.plan.Action;
import netlab.plan.FileContent;
import netlab.plan.SafePath;
import netlab.plugin.multiserver.Tunnel;
import netlab.provider.RunRequest;

/**
 * The tunnels between the bridges of a link with more than two ends that is on several machines.
 * One VXLAN interface a link floods to all other machines, and never from one to another, so that
 * any number of machines is free of loops.
 */
record HostTunnels(RunRequest request, ClabNames names) {
  private static final String START = "vxlan-setup.sh";
  private static final String STOP = "vxlan-teardown.sh";
  private static final String GONE = "Cannot find device";

  /** Where frames to unknown and to all addresses go. */
  private static final String FLOOD = "00:00:00:00:00:00";

  /** What a shell takes as one word that is only itself. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./:@-]+");

  boolean areNone() {
    return links().isEmpty();
  }

  /** True when {@code up} makes them. */
  boolean areAutomatic() {
    return links().values().stream().allMatch(Tunnel::automatic);
  }

  private SequencedMap<Link, Tunnel> links() {
    SequencedMap<Link, Tunnel> links = new LinkedHashMap<>();
    for (Link link : request.lab().links()) {
      request.tunnel(link).filter(Tunnel::shared).ifPresent(tunnel -> links.put(link, tunnel));
    }
    return links;
  }

  /** To be done when the bridges are there. */
  List<Action> make() {
    List<Action> actions = new ArrayList<>();
    commands().forEach(command -> actions.add(Action.of(command.toArray(String[]::new))));
    return actions;
  }

  List<Action> remove() {
    return links().keySet().stream()
        .map(link -> Action.of("ip", "link", "delete", names.tunnel(link)).tolerating(GONE))
        .toList();
  }

  private List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    links()
        .forEach((link, tunnel) -> {
          String itf = names.tunnel(link);
          List<String> add =
              new ArrayList<>(List.of("ip", "link", "add", "name", itf, "type", "vxlan"));
          add.addAll(List.of("id", Integer.toString(tunnel.vni())));
          add.addAll(List.of("dstport", Integer.toString(tunnel.port())));
          add.addAll(List.of("dev", tunnel.device(), "remote", tunnel.remotes().getFirst()));
          commands.add(add);
          for (String remote : tunnel.remotes().subList(1, tunnel.remotes().size())) {
            commands.add(List.of("bridge", "fdb", "append", FLOOD, "dev", itf, "dst", remote));
          }
          commands.add(
              List.of(
                  "ip",
                  "link",
                  "set",
                  itf,
                  "alias",
                  names.alias(),
                  "master",
                  names.bridge(link),
                  "up"));
        });
    return commands;
  }

  /** For those who start the lab by containerlab alone, or want to make the tunnels themselves. */
  SequencedMap<SafePath, FileContent> scripts() {
    SequencedMap<SafePath, FileContent> scripts = new LinkedHashMap<>();
    if (!areNone()) {
      scripts.put(
          SafePath.of(START),
          script(
              "Makes the tunnels of links with more than two ends; their bridges must be there.",
              commands()));
      List<List<String>> remove =
          links().keySet().stream()
              .map(link -> List.of("ip", "link", "delete", names.tunnel(link)))
              .toList();
      scripts.put(
          SafePath.of(STOP), script("Removes the tunnels that " + START + " made.", remove));
    }
    return scripts;
  }

  private static FileContent script(String purpose, List<List<String>> commands) {
    String lines =
        commands.stream()
            .map(words ->
                words.stream().map(HostTunnels::quoted).collect(Collectors.joining(" ", "", "\n")))
            .collect(Collectors.joining());
    return new FileContent("#!/bin/sh\n# " + purpose + "\nset -e\n" + lines, "rwxr-xr-x");
  }

  private static String quoted(String word) {
    return WORD.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
