package netlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.schema.Library;
import netlab.source.Yaml;

/** Which image of a device a matrix was run with: its name, and what Docker knows it by. */
final class ImageVersions {
  private ImageVersions() {}

  /**
   * The images of devices that this host has.
   *
   * @param settings {@code defaults.devices.DEVICE.clab.image=NAME} replaces that of the device
   */
  static SequencedMap<String, String> of(List<String> devices, List<String> settings, Shell shell)
      throws InterruptedException {
    DeviceCatalog catalog =
        new DeviceCatalog(
            Library.of(ImageVersions.class.getClassLoader()), Yaml.Map.empty(Span.NONE));
    SequencedMap<String, String> versions = new LinkedHashMap<>();
    for (String device : devices) {
      String set = "defaults.devices." + device + ".clab.image=";
      String usual =
          catalog.find(device, "clab").flatMap(d -> d.facts().textAt("clab.image")).orElse("");
      String image =
          settings.stream()
              .filter(setting -> setting.startsWith(set))
              .reduce((first, last) -> last)
              .map(setting -> setting.substring(set.length()))
              .orElse(usual);
      if (!image.isEmpty()) {
        Result id =
            shell.run(Command.of("docker", "image", "inspect", "--format", "{{.Id}}", "--", image));
        if (id.ok()) {
          versions.put("image of " + device, image + " " + id.out().strip());
        }
      }
    }
    return versions;
  }
}
