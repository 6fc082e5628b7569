package netlab.expr;

import java.util.ArrayList;
import java.util.Collection;

/** A list that an expression made itself, and may change; lists of the lab are not. */
public final class Items extends ArrayList<Object> {
  private static final long serialVersionUID = 1L;

  public Items() {}

  public Items(Collection<?> items) {
    super(items);
  }
}
