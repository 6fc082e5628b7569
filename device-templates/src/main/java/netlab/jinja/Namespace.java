package netlab.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code namespace()} makes: values that inner scopes can change. */
record Namespace(Map<String, Object> values) {
  Namespace {
    values = new LinkedHashMap<>(values);
  }
}
