package netlab.provider.clab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.exec.Command;
import netlab.plan.Action;
import netlab.render.ConfigFile;

/**
 * A file whose contents are applied from outside each time a container has started.
 *
 * @param path where it is on this machine
 * @param target where it is in the container
 */
record SetUp(ConfigFile.Use use, String path, String target, String content) {
  /** The fact of a node that tells what is to be done again: {@code IP ip.batch /etc/ip.batch}. */
  static final String FACT = "set_up";

  /** What {@code ip} says of a thing that it made in an earlier run. */
  static final String DONE = "File exists";

  /** The fact about these files; empty when nothing is applied from outside. */
  static String words(List<ConfigFile> files) {
    return files.stream()
        .filter(file -> isLate(file.use()))
        .map(file -> file.use() + " " + file.name() + " " + file.target())
        .collect(Collectors.joining(","));
  }

  /** What the facts of a node tell, with the files in its folder. */
  static List<SetUp> read(Map<String, String> facts, Path folder) {
    List<SetUp> all = new ArrayList<>();
    String text = facts.getOrDefault(FACT, "");
    for (String words : text.isEmpty() ? List.<String>of() : List.of(text.split(","))) {
      List<String> word = List.of(words.split(" ", 3));
      Path file = folder.resolve(word.get(1));
      all.add(
          new SetUp(
              ConfigFile.Use.valueOf(word.getFirst()),
              file.toString(),
              word.getLast(),
              content(file)));
    }
    return List.copyOf(all);
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // Whatever needs it says that it is not there.
      return "";
    }
  }

  private static boolean isLate(ConfigFile.Use use) {
    return switch (use) {
      case IP, SYSCTL, SCRIPT -> true;
      case BOOT, STARTUP, CLI -> false;
    };
  }

  /** What applies it; empty when it has nothing for a container that runs. */
  Optional<Action> action(String container) {
    return switch (use) {
      case IP ->
          Optional.of(Action.of("ip", "-n", container, "-force", "-batch", path).tolerating(DONE));
      case SYSCTL -> {
        List<String> late = Sysctls.ofInterfaces(content);
        List<String> argv =
            new ArrayList<>(List.of("ip", "netns", "exec", container, "sysctl", "-q", "-e", "-w"));
        argv.addAll(late);
        yield late.isEmpty() ? Optional.empty() : Optional.of(Action.of(Command.of(argv)));
      }
      case SCRIPT -> Optional.of(Action.of("docker", "exec", container, target));
      case BOOT, STARTUP, CLI -> Optional.empty();
    };
  }
}
