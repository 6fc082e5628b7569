package netlab.labs;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netlab.exec.Command;
import netlab.exec.HostShell;

/**
 * What of a lab in containers this host shows, found without the program: containers, networks,
 * interfaces, and the files that containerlab leaves about.
 *
 * @param name the lab's name, which no other lab has
 * @param id the lab's id; empty when it is not known yet
 */
record Traces(HostShell shell, Path folder, String name, String id) {
  private static final List<String> FOLDERS =
      List.of("/run/netns", "/etc/ssh/ssh_config.d", "/run", "/tmp", "/var/tmp");

  Set<String> all() throws IOException, InterruptedException {
    Set<String> all = new TreeSet<>();
    containers().forEach(container -> all.add("container " + container));
    networks().forEach(network -> all.add("network " + network));
    NetworkInterface.networkInterfaces()
        .map(NetworkInterface::getName)
        .filter(interfaceName -> !id.isEmpty() && interfaceName.contains(id))
        .forEach(interfaceName -> all.add("interface " + interfaceName));
    for (String place : FOLDERS) {
      entries(Path.of(place), "*" + name + "*").forEach(path -> all.add("path " + path));
    }
    entries(folder, "clab-*").forEach(path -> all.add("path " + path));
    entries(folder, ".clab*").forEach(path -> all.add("path " + path));
    if (Files.readString(Path.of("/etc/hosts")).contains(name)) {
      all.add("lines in /etc/hosts");
    }
    return all;
  }

  /** Removes by force what a failed test left. */
  void remove() throws IOException, InterruptedException {
    for (String container : containers()) {
      shell.run(Command.of("docker", "rm", "--force", "--volumes", container));
    }
    for (String network : networks()) {
      shell.run(Command.of("docker", "network", "rm", network));
    }
    for (String left : all()) {
      String what = left.substring(left.indexOf(' ') + 1);
      if (left.startsWith("interface ")) {
        shell.run(Command.of("ip", "link", "delete", what));
      } else if (left.startsWith("path /run/netns/") || left.startsWith("path /etc/ssh/")) {
        Files.deleteIfExists(Path.of(what));
      }
    }
  }

  List<String> containers() throws InterruptedException {
    return lines("docker", "ps", "-a", "--filter", "name=" + name, "--format", "{{.Names}}");
  }

  private List<String> networks() throws InterruptedException {
    return id.isEmpty()
        ? List.of()
        : lines("docker", "network", "ls", "--filter", "name=" + id, "--format", "{{.Name}}");
  }

  private List<String> lines(String... command) throws InterruptedException {
    return shell.run(Command.of(command)).out().lines().toList();
  }

  private static List<Path> entries(Path place, String glob) throws IOException {
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(place)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(place, glob)) {
        entries.forEach(all::add);
      }
    }
    return all;
  }
}
