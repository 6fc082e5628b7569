package netlab.jinja;

/**
 * A value that is not there.
 *
 * @param name what was asked for: {@code bgp.as}
 */
record Undefined(String name) {
  /** What everything but a test or a default makes of it. */
  Wrong wrong() {
    return new Wrong(
        Wrong.NOWHERE,
        "there is no `" + name + "`",
        "test it with `is defined`, or give a default with `|default(...)`");
  }
}
