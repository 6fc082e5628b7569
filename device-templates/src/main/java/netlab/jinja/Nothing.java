package netlab.jinja;

/** The value {@code none} of templates. */
enum Nothing {
  NONE
}
