package netlab.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netlab.schema.Value;

/** Values as the plain maps, lists and scalars a template may see. */
final class PlainTree {
  private PlainTree() {}

  /** The fields in their order; empty values are left out, so that a template sees them missing. */
  static Map<String, Object> of(Value.Fields fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    fields
        .fields()
        .forEach((name, field) -> {
          if (!(field.value() instanceof Value.Empty)) {
            map.put(name, plain(field.value()));
          }
        });
    return map;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Scalar s ->
          s.data() instanceof Boolean || s.data() instanceof Number
              ? s.data()
              : s.data().toString();
      case Value.Empty e -> "";
      case Value.Items items -> {
        List<Object> list = new ArrayList<>();
        items.items().forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Value.Fields f -> of(f);
    };
  }
}
