package netlab.plugin.files;

import java.util.Arrays;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/** Where a lab file may put files: below its own folder, and nowhere hidden there. */
final class PathRules {
  private PathRules() {}

  static void check(String path, Span at, Diagnostics diagnostics) {
    boolean outside =
        path.startsWith("/")
            || path.startsWith("~")
            || path.contains("\\")
            || Arrays.asList(path.split("/", -1)).contains("..");
    if (outside) {
      diagnostics.error(
          Code.INVALID_NAME,
          at,
          "file `" + path + "` would be outside of the lab's folder",
          "give its path below that folder, as `templates/x.j2`");
      return;
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.startsWith(".") || name.chars().anyMatch(c -> c < ' ')) {
        diagnostics.error(
            Code.INVALID_NAME,
            at,
            "`" + path + "` cannot be the path of a file of a lab",
            "names in it are not empty and do not begin with a dot: hidden files are settings of"
                + " other programs");
        return;
      }
    }
  }
}
