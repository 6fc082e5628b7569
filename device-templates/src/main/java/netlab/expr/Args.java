package netlab.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a call. */
public record Args(List<Object> positional, Map<String, Object> named) {
  public static final Args NONE = new Args(List.of(), Map.of());

  public static Args of(Object... positional) {
    return new Args(List.of(positional), Map.of());
  }

  public int size() {
    return positional.size();
  }

  /** An argument by its place or its name. */
  public Optional<Object> get(int place, String name) {
    return place >= 0 && place < positional.size()
        ? Optional.of(positional.get(place))
        : Optional.ofNullable(named.get(name));
  }

  /** An argument that must be there. */
  Object need(int place, String name) {
    return get(place, name).orElseThrow(() -> new Wrong("argument `" + name + "` is missing"));
  }

  public String text(int place, String name, String usual) {
    return get(place, name).map(Values::text).orElse(usual);
  }

  public boolean flag(int place, String name, boolean usual) {
    return get(place, name).map(Values::truth).orElse(usual);
  }

  public long whole(int place, String name, long usual) {
    return get(place, name).map(Values::whole).orElse(usual);
  }

  /** The same behind another one. */
  public Args behind(Object first) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(positional);
    return new Args(all, named);
  }

  /** All but the first ones. */
  public Args from(int place) {
    return new Args(
        place < positional.size() ? positional.subList(place, positional.size()) : List.of(),
        named);
  }
}
