package netlab.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code namespace()} makes: values that inner scopes can change. */
final class Namespace extends LinkedHashMap<String, Object> {
  private static final long serialVersionUID = 1L;

  Namespace(Map<String, Object> values) {
    super(values);
  }
}
