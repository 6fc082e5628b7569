package netlab.quirk;

import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.lab.Node;
import netlab.schema.Value;

/** Says what is wrong about one node; a lab can switch off most of it, flag by flag. */
final class Notices {
  private final Node node;
  private final Device device;
  private final Value.Fields defaults;
  private final Diagnostics diagnostics;

  Notices(Node node, Device device, Value.Fields defaults, Diagnostics diagnostics) {
    this.node = node;
    this.device = device;
    this.defaults = defaults;
    this.diagnostics = diagnostics;
  }

  Device device() {
    return device;
  }

  /** An error that nothing switches off. */
  void error(Span at, String message, String hint) {
    report(Severity.ERROR, at, message, Optional.of(hint), List.of());
  }

  /** An error unless {@code defaults.devices.<device>.warnings.<flag>} is false. */
  void error(String flag, Span at, String message, String hint) {
    report(Severity.ERROR, flag, at, message, hint);
  }

  /** A warning unless {@code defaults.devices.<device>.warnings.<flag>} is false. */
  void warning(String flag, Span at, String message, String hint) {
    report(Severity.WARNING, flag, at, message, hint);
  }

  /** A warning unless the flag of a module, {@code defaults.<flag>}, is false. */
  void ofModule(String flag, Span at, String message, String hint) {
    if (defaults.boolAt(flag).orElse(true)) {
      boolean error = defaults.textAt(flag).filter("error"::equals).isPresent();
      Note off = Note.of("`defaults." + flag + ": false` silences this");
      Severity severity = error ? Severity.ERROR : Severity.WARNING;
      report(severity, at, message, Optional.of(hint), List.of(off));
    }
  }

  private void report(Severity severity, String flag, Span at, String message, String hint) {
    String path = "warnings." + flag;
    if (device.facts().boolAt(path).orElse(true)) {
      Note off =
          Note.of("`defaults.devices." + device.name() + "." + path + ": false` silences this");
      report(severity, at, message, Optional.of(hint), List.of(off));
    }
  }

  private void report(
      Severity severity, Span at, String message, Optional<String> hint, List<Note> notes) {
    Span place = at.or(node.span());
    diagnostics.report(severity, Code.DEVICE_QUIRK, place, message, hint, notes);
  }
}
