package netlab.intent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.source.Yaml;

/**
 * The files that {@code defaults.sources.extra} of a lab names. They may lie anywhere, since labs
 * of a collection share such files above their folders; but they must be YAML files.
 */
public final class ExtraDefaults {
  private ExtraDefaults() {}

  /**
   * The files, the strongest first. One that does not exist is reported.
   *
   * @param lab the lab file's mapping
   * @param folder the folder of the lab file
   * @param home what {@code ~} stands for
   */
  public static List<Path> of(Yaml.Map lab, Path folder, Path home, Diagnostics diagnostics) {
    List<Path> files = new ArrayList<>();
    for (Yaml.Scalar name : Trees.scalars(lab.find("defaults", "sources", "extra"))) {
      String text = name.text();
      try {
        Path file = text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
        if (!text.endsWith(".yml") && !text.endsWith(".yaml")) {
          diagnostics.error(
              Code.INCLUDE_REFUSED,
              name.span(),
              "`" + text + "` is no YAML file",
              "its name must end with .yml");
        } else if (Files.isRegularFile(file)) {
          files.add(file);
        } else {
          diagnostics.error(Code.FILE_NOT_READABLE, name.span(), "there is no file `" + text + "`");
        }
      } catch (InvalidPathException e) {
        diagnostics.error(Code.FILE_NOT_READABLE, name.span(), "`" + text + "` is no file name");
      }
    }
    return files;
  }
}
