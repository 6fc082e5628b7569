package netlab.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netlab.plan.LabFolder;
import netlab.plan.SafePath;
import netlab.schema.Value;
import netlab.state.LabState;
import netlab.state.NodeState;

/** Removes what {@code create} and {@code up} wrote into a lab's folder, and nothing else. */
record Cleanup(LabFolder folder) {
  private static final Pattern SCRIPT = Pattern.compile("[0-9]{2}-[A-Za-z0-9_-]+\\.sh");

  /** The rendered files of the nodes, and the topology file of containerlab. */
  void configurations(LabState lab) throws IOException {
    for (NodeState node : lab.nodes()) {
      for (Value.Field file : lab.device(node).facts().fieldsAt("config.files").fields().values()) {
        if (file.value() instanceof Value.Fields own && own.textAt("name").isPresent()) {
          folder.remove(SafePath.of("configs", node.id().name(), own.textAt("name").get()));
        }
      }
      scripts(node.id().name());
    }
    if (lab.nodes().stream().anyMatch(node -> node.provider().equals("clab"))) {
      folder.remove(SafePath.of("clab.yml"));
    }
  }

  /** Programs that the lab brought for a node have a number before their name. */
  private void scripts(String node) throws IOException {
    Path own = folder.resolve(SafePath.of("configs", node));
    if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(own)) {
      found = files.filter(f -> SCRIPT.matcher(f.getFileName().toString()).matches()).toList();
    }
    for (Path script : found) {
      folder.remove(SafePath.of("configs", node, script.getFileName().toString()));
    }
  }

  /** The folder {@code .netlab}; links in it are removed, not followed. */
  void state() throws IOException {
    Path state = folder.state();
    if (!Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        state,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException problem)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
