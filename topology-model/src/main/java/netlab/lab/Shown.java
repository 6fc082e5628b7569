package netlab.lab;

/** A fact that stands in the public model as something else than its components. */
public interface Shown {
  /** What stands there: a collection, a map, or another record. */
  Object shown();
}
