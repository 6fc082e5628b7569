package netlab.custom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * Where a container has what a template of the lab comes to: an entry of {@code
 * clab.config_templates}, {@code target[:mode]}.
 *
 * @param path an absolute path in the container
 * @param runs true when the node runs the file once it has its interfaces
 */
public record Place(String path, boolean runs) {
  private static final Pattern ENTRY =
      Pattern.compile("(?<path>(?:/[A-Za-z0-9_@+-][A-Za-z0-9._@+-]*)*)(?::(?<mode>\\w+))?");

  /**
   * The places of a node's templates by name. What cannot be used is reported. An entry without a
   * path leaves its template where it is.
   *
   * @param node the attributes of the node
   */
  public static SequencedMap<String, Place> of(Value.Fields node, Diagnostics diagnostics) {
    SequencedMap<String, Place> places = new LinkedHashMap<>();
    Map<String, String> taken = new TreeMap<>();
    node.fieldsAt("clab.config_templates")
        .fields()
        .forEach((name, field) -> {
          Span at = field.value().span().or(field.key());
          Optional<Place> place = read(field.value(), at, diagnostics);
          place.ifPresent(found -> {
            String other = taken.putIfAbsent(found.path, name);
            if (other == null) {
              places.put(name, found);
            } else {
              diagnostics.error(
                  Code.ATTRIBUTE_CONFLICT,
                  at,
                  "`" + found.path + "` is the place of template `" + other + "` already",
                  "give each template a file of its own");
            }
          });
        });
    return places;
  }

  private static Optional<Place> read(Value value, Span at, Diagnostics diagnostics) {
    String text = value instanceof Value.Scalar scalar ? scalar.data().toString() : "";
    Matcher entry = ENTRY.matcher(text);
    Optional<Boolean> runs =
        entry.matches()
            ? switch (Optional.ofNullable(entry.group("mode")).orElse("")) {
              case "", "ro", "rw", "shared" -> Optional.of(false);
              case "sh", "cp_sh" -> Optional.of(true);
              default -> Optional.empty();
            }
            : Optional.empty();
    if (runs.isEmpty()) {
      diagnostics.error(
          Code.INVALID_CHOICE,
          at,
          "`" + text + "` is no place for a template in a container",
          "write an absolute path, with `:ro` or `:sh` (run it) after it where needed");
      return Optional.empty();
    }
    String path = entry.group("path");
    return path.isEmpty() ? Optional.empty() : Optional.of(new Place(path, runs.get()));
  }
}
