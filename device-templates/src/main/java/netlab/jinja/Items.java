package netlab.jinja;

import java.util.ArrayList;
import java.util.Collection;

/** A list that a template made itself, and may change; lists of the lab are not. */
final class Items extends ArrayList<Object> {
  private static final long serialVersionUID = 1L;

  Items() {}

  Items(Collection<?> items) {
    super(items);
  }
}
