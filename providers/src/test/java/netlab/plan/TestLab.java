package netlab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.exec.Shell;

/** A lab folder in which each call is a netlab process of its own. */
final class TestLab {
  final LabFolder folder;
  final World world = new World();
  private final String boot;

  TestLab(Path path) throws IOException {
    this(path, "boot 1");
  }

  TestLab(Path path, String boot) throws IOException {
    this.folder = LabFolder.at(path);
    this.boot = boot;
  }

  static Step make(String... things) {
    List<Action> makes = Stream.of(things).map(thing -> Action.of("make", thing)).toList();
    Action[] drops =
        Stream.of(things)
            .map(thing -> Action.of("drop", thing).tolerating("not there"))
            .toArray(Action[]::new);
    return new Step.RunCommands(
        new StepId("make/" + things[0]),
        "make " + String.join(" and ", things),
        makes,
        false,
        List.of(Undo.Run.of(drops)));
  }

  static Step write(String path, String text) {
    TreeMap<SafePath, FileContent> files = new TreeMap<>();
    files.put(SafePath.parse(path).orElseThrow(), FileContent.of(text));
    return new Step.WriteFiles(new StepId("write/" + path), "write " + path, files, false);
  }

  Report up(Plan plan) throws IOException, InterruptedException {
    return up(plan, world.shell(), Progress.SILENT);
  }

  Report up(Plan plan, Shell shell, Progress progress) throws IOException, InterruptedException {
    try (LabLock lock = lock();
        Journal journal = journal()) {
      return new Applier(lock, journal, shell, world, progress).apply(plan);
    }
  }

  Report down() throws IOException, InterruptedException {
    return down(Progress.SILENT);
  }

  Report down(Progress progress) throws IOException, InterruptedException {
    try (LabLock lock = lock();
        Journal journal = journal()) {
      return new Applier(lock, journal, world.shell(), Effects.NONE, progress).undo();
    }
  }

  List<Journal.Entry> inEffect() throws IOException {
    try (Journal journal = journal()) {
      return journal.entries();
    }
  }

  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.root())) {
      return all.filter(p -> !p.startsWith(folder.root().resolve(".netlab")))
          .filter(p -> !p.equals(folder.root()))
          .map(p -> folder.root().relativize(p).toString())
          .sorted()
          .toList();
    }
  }

  private LabLock lock() throws IOException {
    return LabLock.acquire(folder, "test", new Diagnostics()).orElseThrow();
  }

  private Journal journal() throws IOException {
    return Journal.open(folder, boot, new Diagnostics()).orElseThrow();
  }
}
