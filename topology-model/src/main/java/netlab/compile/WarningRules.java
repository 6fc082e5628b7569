package netlab.compile;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.schema.Value;

/**
 * What a lab says about kinds of warnings: {@code defaults.warnings.NL0602} is {@code false} (they
 * are not shown) or {@code error} (they stop the lab). A kind has a name, too: {@code
 * protocol_unused}.
 */
public final class WarningRules {
  private WarningRules() {}

  /**
   * Applies the rules to the warnings so far.
   *
   * @param warnings the mapping {@code defaults.warnings} of a lab
   */
  public static void apply(Value.Fields warnings, Diagnostics diagnostics) {
    Map<Code, Optional<Severity>> rules = new EnumMap<>(Code.class);
    for (Code code : Code.values()) {
      String name = code.name().toLowerCase(Locale.ROOT);
      Optional<String> rule = warnings.textAt(code.id()).or(() -> warnings.textAt(name));
      if (rule.filter("false"::equals).isPresent()) {
        rules.put(code, Optional.empty());
      } else if (rule.filter("error"::equals).isPresent()) {
        rules.put(code, Optional.of(Severity.ERROR));
      }
    }
    if (!rules.isEmpty()) {
      diagnostics.judge(code -> rules.getOrDefault(code, Optional.of(Severity.WARNING)));
    }
  }
}
