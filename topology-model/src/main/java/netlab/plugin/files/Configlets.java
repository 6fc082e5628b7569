package netlab.plugin.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Templates by name. Mappings within one are parts of file names: {@code {ifup: {r1: {frr: text}}}}
 * is {@code ifup/r1.frr.j2}; {@code base} adds nothing to the name.
 */
final class Configlets {
  private static final String BASE = "base";

  /** Providers stand behind a hyphen in names of templates. */
  private static final List<String> PROVIDERS = List.of("clab", "libvirt", "external", "netns");

  private final Diagnostics diagnostics;
  private final SequencedMap<Key, Yaml> all = new LinkedHashMap<>();

  Configlets(Optional<Yaml> written, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    if (written.isPresent() && written.get() instanceof Yaml.Map map) {
      all.putAll(map.entries());
    } else if (written.isPresent()) {
      diagnostics.error(
          Code.WRONG_TYPE,
          written.get().span(),
          "`configlets` is " + written.get().kind() + ", and should be a mapping of templates",
          "write `configlets: { name: text }`");
    }
  }

  /** Adds a template; the names of all are different. */
  void add(Key name, Yaml text) {
    Optional<Key> before = all.keySet().stream().filter(name::equals).findFirst();
    if (before.isPresent()) {
      diagnostics.report(
          Severity.ERROR,
          Code.DUPLICATE_KEY,
          name.span(),
          "there are two templates `" + name.text() + "`",
          Optional.of("give one of them another name, or name the same one in a list"),
          List.of(new Note("the other one", before.get().span())));
    } else {
      all.put(name, text);
    }
  }

  /** The templates as files. */
  SequencedMap<Key, Yaml.Scalar> files() {
    SequencedMap<Key, Yaml.Scalar> files = new LinkedHashMap<>();
    all.forEach((name, text) -> files(name.text(), "/", name.span(), text, files));
    return files;
  }

  private void files(
      String stem, String separator, Span at, Yaml text, SequencedMap<Key, Yaml.Scalar> files) {
    if (text instanceof Yaml.Map parts) {
      parts
          .entries()
          .forEach((part, inner) ->
              files(name(stem, separator, part.text()), ".", part.span(), inner, files));
    } else if (text instanceof Yaml.Scalar content && isText(content)) {
      files.put(new Key(stem + ".j2", at), content);
    } else {
      diagnostics.error(
          Code.WRONG_TYPE,
          text.span().or(at),
          "template `" + stem + "` is " + text.kind() + ", and should be a text",
          "write it as a block: `" + stem + ": |`");
    }
  }

  private static boolean isText(Yaml.Scalar content) {
    return !content.isPlain() || content.kind().equals("a text");
  }

  private static String name(String stem, String separator, String part) {
    if (part.equals(BASE)) {
      return stem;
    }
    boolean behind = separator.equals(".") && PROVIDERS.contains(part);
    return stem + (behind ? "-" : separator) + part;
  }
}
