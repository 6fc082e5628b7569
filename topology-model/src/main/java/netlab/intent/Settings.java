package netlab.intent;

import java.util.List;
import java.util.Optional;
import netlab.source.Yaml;

/**
 * What besides the lab file decides about a lab.
 *
 * @param folder the name of the folder the lab file is in: the name of a lab that has none
 * @param overrides changes by the command line
 * @param defaults further sources of {@code defaults}, the strongest first
 * @param provider the provider of a lab that names none
 */
public record Settings(
    String folder, Overrides overrides, List<Yaml.Map> defaults, Optional<String> provider) {
  public Settings {
    defaults = List.copyOf(defaults);
  }

  /** A lab in that folder, without further settings. */
  public static Settings of(String folder) {
    return new Settings(folder, Overrides.NONE, List.of(), Optional.empty());
  }
}
