package netlab.protocol.services;

import java.util.Locale;

/** The kinds of services. */
enum Service {
  DNS("DNS"),
  SYSLOG("syslog");

  private final String title;

  Service(String title) {
    this.title = title;
  }

  /** The name in attributes and features. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in sentences. */
  @Override
  public String toString() {
    return title;
  }
}
