package netlab.expr;

import java.util.function.Predicate;

/** Values that are made one by one when somebody wants them. */
interface Generator {
  /** Gives them until the taker says false; false when it did. */
  boolean each(Predicate<Object> taker);
}
