package netlab.custom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.diag.SourceFile;

/**
 * Finds the file of an entry of {@code config}. Of several the most special one counts: for the
 * node, then for its device, then for the family of the device, then for all.
 *
 * @param folders where files are looked for
 */
public record CustomTemplates(LabFolders folders) {
  /** The ending of templates in the language of this program's own ones. */
  public static final String OWN = ".ftl";

  /** In the order in which they are tried; a file without an ending comes last. */
  private static final List<String> ENDINGS =
      List.of(OWN, ".j2", ".cfg", ".conf", ".txt", ".sh", "");

  /**
   * The file for a node; empty when there is none.
   *
   * @param template the entry, with or without its ending
   */
  public Optional<SourceFile> find(String template, String node, Device device, String provider) {
    return path(template, node, device, provider).flatMap(folders::read);
  }

  /** The path of that file below the folder it is in. */
  public Optional<String> path(String template, String node, Device device, String provider) {
    boolean whole = !withoutEnding(template).equals(template) && folders.has(template);
    List<String> stems = whole ? List.of() : stems(template, node, device, provider);
    return (whole
            ? Stream.of(template)
            : stems.stream().flatMap(stem -> ENDINGS.stream().map(ending -> stem + ending)))
        .filter(folders::has)
        .findFirst();
  }

  /** The paths that are tried, without their endings, most special first. */
  public static List<String> stems(String template, String node, Device device, String provider) {
    String name = withoutEnding(template);
    Set<String> types = new LinkedHashSet<>();
    types.add(device.name());
    device.facts().textAt("network_os").ifPresent(types::add);
    device.facts().textAt("parent").ifPresent(types::add);
    List<String> stems = new ArrayList<>();
    types.forEach(type -> stems.add(name + "/" + node + "." + type + "-" + provider));
    types.forEach(type -> stems.add(name + "/" + node + "." + type));
    stems.add(name + "/" + node);
    inFolder(name, types, provider, stems);
    types.forEach(type -> stems.add(name + "." + node + "." + type));
    stems.add(name + "." + node);
    types.forEach(type -> stems.add(name + "." + type));
    if (name.contains(".")) {
      inFolder(name.replace('.', '/'), types, provider, stems);
    }
    stems.add(name);
    return List.copyOf(stems);
  }

  private static void inFolder(
      String folder, Set<String> types, String provider, List<String> stems) {
    for (String type : types) {
      stems.add(folder + "/" + type + "-" + provider);
      stems.add(folder + "/" + type);
    }
  }

  private static String withoutEnding(String template) {
    return ENDINGS.stream()
        .filter(ending -> !ending.isEmpty() && template.endsWith(ending))
        .findFirst()
        .map(ending -> template.substring(0, template.length() - ending.length()))
        .orElse(template);
  }
}
