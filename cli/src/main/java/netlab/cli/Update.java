package netlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netlab.exec.Deadline;
import netlab.lab.NodeId;
import netlab.provider.Change;
import netlab.provider.FrrDifference;
import netlab.provider.IpDifference;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.render.ConfigFile;

/**
 * What a node that runs is given, since its files are others than before.
 *
 * @param parts what is done, one after the other
 * @param programs whether other programs are to run in it
 * @param stays lines that are gone from its files, but not from the node
 */
record Update(NodeId node, List<Part> parts, boolean programs, List<Rest> stays) {
  private static final String FRR = "/etc/frr/frr.conf";
  private static final String DAEMONS = "/etc/frr/daemons";

  /**
   * Lines for a node.
   *
   * @param file what it is given, under the name of the file that it is from
   * @param numbers of these lines in that file, in order; empty when it is the file itself
   * @param summary in words
   */
  record Part(ConfigFile file, List<OptionalInt> numbers, String summary) {
    Part {
      numbers = List.copyOf(numbers);
    }

    /** The number of a line in the node's file; 0 for one that is not in it. */
    int number(int line) {
      return numbers.isEmpty()
          ? line
          : line >= 1 && line <= numbers.size() ? numbers.get(line - 1).orElse(0) : 0;
    }
  }

  /** Lines of a file that the node keeps. */
  record Rest(String file, List<String> lines) {
    Rest {
      lines = List.copyOf(lines);
    }
  }

  /** What became of a part. */
  record Made(Part part, Change change) {}

  Update {
    parts = List.copyOf(parts);
    stays = List.copyOf(stays);
  }

  /**
   * What a node is given.
   *
   * @param whole true to give it everything again
   */
  static Update of(NodeId node, List<ConfigFile> before, List<ConfigFile> after, boolean whole) {
    List<Part> parts = new ArrayList<>();
    List<Rest> stays = new ArrayList<>();
    boolean programs = false;
    for (ConfigFile file : after) {
      String old =
          before.stream()
              .filter(f -> f.name().equals(file.name()))
              .map(ConfigFile::content)
              .findFirst()
              .orElse("");
      boolean same = old.equals(file.content());
      if (file.target().equals(DAEMONS)) {
        programs = !same;
      } else if ((!same || whole) && !isSetting(file)) {
        add(file, old, whole, parts, stays);
      }
    }
    for (ConfigFile file : before) {
      boolean gone = after.stream().noneMatch(f -> f.name().equals(file.name()));
      if (gone && !isSetting(file)) {
        add(empty(file), file.content(), false, parts, stays);
      }
    }
    return new Update(node, parts, programs, stays);
  }

  private static ConfigFile empty(ConfigFile file) {
    return new ConfigFile(file.name(), file.target(), "", file.mode(), file.use());
  }

  /** Files that programs read when they start, and that say nothing about the node itself. */
  private static boolean isSetting(ConfigFile file) {
    return file.target().startsWith("/etc/frr/") && !file.target().equals(FRR);
  }

  private static void add(
      ConfigFile file, String old, boolean whole, List<Part> parts, List<Rest> stays) {
    if (file.target().equals(FRR)) {
      FrrDifference found = FrrDifference.of(old, file.content());
      String text = found.text();
      List<OptionalInt> numbers =
          new ArrayList<>(found.lines().stream().map(l -> l.number()).toList());
      if (whole) {
        text += file.content();
        for (int line = 1; line <= file.content().lines().count(); line++) {
          numbers.add(OptionalInt.of(line));
        }
      }
      part(file, text, numbers, counts(found.added(), found.removed(), whole), ConfigFile.Use.CLI)
          .ifPresent(parts::add);
      return;
    }
    switch (file.use()) {
      case IP -> {
        IpDifference found = IpDifference.of(old, file.content());
        if (!found.stays().isEmpty()) {
          stays.add(new Rest(file.name(), found.stays()));
        }
        int gone = (int) found.lines().stream().filter(l -> l.number().isEmpty()).count();
        part(
                file,
                found.text(),
                found.lines().stream().map(FrrDifference.Line::number).toList(),
                counts(found.lines().size() - gone, gone, false),
                ConfigFile.Use.IP)
            .ifPresent(parts::add);
      }
      case SYSCTL, CLI, STARTUP -> {
        List<String> gone = missing(old, file.content());
        if (!gone.isEmpty()) {
          stays.add(new Rest(file.name(), gone));
        }
        boolean settings = file.use() == ConfigFile.Use.SYSCTL;
        List<String> fresh = missing(file.content(), old);
        String text =
            settings && !whole
                ? String.join("", fresh.stream().map(line -> line + "\n").toList())
                : file.content();
        part(file, text, List.of(), counts(fresh.size(), 0, whole), file.use())
            .ifPresent(parts::add);
      }
      case BOOT, SCRIPT ->
          part(file, file.content(), List.of(), "as a whole", file.use()).ifPresent(parts::add);
    }
  }

  private static Optional<Part> part(
      ConfigFile file, String text, List<OptionalInt> numbers, String summary, ConfigFile.Use use) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Part(
                new ConfigFile(file.name(), file.target(), text, file.mode(), use),
                numbers,
                summary));
  }

  private static List<String> missing(String text, String other) {
    List<String> there = other.lines().map(String::strip).toList();
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("!") && !there.contains(line))
        .toList();
  }

  private static String counts(int more, int less, boolean whole) {
    return whole ? "as a whole" : "+" + more + " -" + less;
  }

  /** Gives it to the node; ends with the first part that does not work. */
  List<Made> apply(Provider provider, RunInfo run, Deadline deadline) throws InterruptedException {
    List<Made> all = new ArrayList<>();
    if (programs) {
      Optional<String> wrong = provider.start(run, node);
      if (wrong.isPresent()) {
        return List.of(new Made(parts.getFirst(), new Change.Failed(wrong.get(), "")));
      }
    }
    for (Part part : inOrder()) {
      Change change = provider.change(run, node, part.file(), deadline);
      all.add(new Made(part, change));
      if (!(change instanceof Change.Made)) {
        break;
      }
    }
    return List.copyOf(all);
  }

  /** Interfaces are there before something is said of them. */
  private List<Part> inOrder() {
    List<Part> all = new ArrayList<>();
    parts.stream().filter(p -> isOfKernel(p.file())).forEach(all::add);
    parts.stream().filter(p -> !isOfKernel(p.file())).forEach(all::add);
    return all;
  }

  private static boolean isOfKernel(ConfigFile file) {
    return file.use() == ConfigFile.Use.IP || file.use() == ConfigFile.Use.SYSCTL;
  }
}
