package netlab.intent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.source.Yaml;

/**
 * The files defaults come from besides the lab file. A lab can name others under {@code
 * defaults.sources}: {@code extra} files come before all others, {@code user} and {@code system}
 * replace these lists, {@code list} replaces everything. They may lie anywhere, since labs of a
 * collection share such files above their folders; but they must be YAML files.
 *
 * @param user the files of the user and of the project, the strongest first
 * @param system the files of the machine
 */
public record DefaultFiles(List<Path> user, List<Path> system) {
  /** No files. */
  public static final DefaultFiles NONE = new DefaultFiles(List.of(), List.of());

  /** The defaults of the program, which lists of the reference name; they are always there. */
  private static final String PACKAGE = "package:";

  public DefaultFiles {
    user = List.copyOf(user);
    system = List.copyOf(system);
  }

  /**
   * The files that exist, the strongest first. An extra file that does not exist is reported.
   *
   * @param lab the lab file's mapping
   * @param folder the folder of the lab file
   * @param home what {@code ~} stands for
   */
  public List<Path> of(Yaml.Map lab, Path folder, Path home, Diagnostics diagnostics) {
    Yaml.Map sources = Trees.mapAt(lab, "defaults", "sources");
    List<Path> files = new ArrayList<>();
    if (sources.get("list").isPresent()) {
      files.addAll(named(sources, "list", folder, home, diagnostics));
    } else {
      files.addAll(named(sources, "extra", folder, home, diagnostics));
      files.addAll(
          sources.get("user").isPresent()
              ? named(sources, "user", folder, home, diagnostics)
              : user);
      files.addAll(
          sources.get("system").isPresent()
              ? named(sources, "system", folder, home, diagnostics)
              : system);
    }
    return files.stream().filter(Files::isRegularFile).toList();
  }

  private static List<Path> named(
      Yaml.Map sources, String list, Path folder, Path home, Diagnostics diagnostics) {
    List<Path> files = new ArrayList<>();
    for (Yaml.Scalar name : Trees.scalars(sources.get(list))) {
      if (name.text().startsWith(PACKAGE)) {
        continue;
      }
      Optional<Path> file = file(name, folder, home, diagnostics);
      if (file.isPresent() && list.equals("extra") && !Files.isRegularFile(file.get())) {
        diagnostics.error(
            Code.FILE_NOT_READABLE, name.span(), "there is no file `" + name.text() + "`");
      }
      file.ifPresent(files::add);
    }
    return files;
  }

  private static Optional<Path> file(
      Yaml.Scalar name, Path folder, Path home, Diagnostics diagnostics) {
    String text = name.text();
    if (!text.endsWith(".yml") && !text.endsWith(".yaml")) {
      diagnostics.error(
          Code.INCLUDE_REFUSED,
          name.span(),
          "`" + text + "` is no YAML file",
          "its name must end with .yml");
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text));
    } catch (InvalidPathException e) {
      diagnostics.error(Code.FILE_NOT_READABLE, name.span(), "`" + text + "` is no file name");
      return Optional.empty();
    }
  }
}
