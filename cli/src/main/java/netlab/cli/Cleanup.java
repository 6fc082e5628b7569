package netlab.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import netlab.plan.LabFolder;
import netlab.plan.SafePath;
import netlab.schema.Value;
import netlab.state.LabState;
import netlab.state.NodeState;

/** Removes what {@code create} and {@code up} wrote into a lab's folder, and nothing else. */
record Cleanup(LabFolder folder) {
  /** The rendered files of the nodes, and the topology file of containerlab. */
  void configurations(LabState lab) throws IOException {
    for (NodeState node : lab.nodes()) {
      for (Value.Field file : lab.device(node).facts().fieldsAt("config.files").fields().values()) {
        if (file.value() instanceof Value.Fields own && own.textAt("name").isPresent()) {
          folder.remove(SafePath.of("configs", node.id().name(), own.textAt("name").get()));
        }
      }
    }
    if (lab.nodes().stream().anyMatch(node -> node.provider().equals("clab"))) {
      folder.remove(SafePath.of("clab.yml"));
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
