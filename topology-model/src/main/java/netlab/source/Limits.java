package netlab.source;

/** Bounds that keep a hostile file from eating time or memory. Real labs stay far below. */
final class Limits {
  /** The size of one file in UTF-16 units; the largest known lab file has 200 kB. */
  static final int TEXT = 3_000_000;

  /** Mappings and lists inside each other, parts of dotted keys included. */
  static final int DEPTH = 100;

  /** Aliases after expansion, those inside of aliased values included. */
  static final int ALIASES = 10_000;

  /** Values that exist only through aliases. */
  static final int ALIASED_VALUES = 1_000_000;

  /** Files one lab may include, each counted as often as it is included. */
  static final int INCLUDES = 1_000;

  /** Files including each other. */
  static final int INCLUDE_DEPTH = 10;

  /** Errors after which a file is not read on; people see 50. */
  static final int ERRORS = 1_000;

  private Limits() {}
}
