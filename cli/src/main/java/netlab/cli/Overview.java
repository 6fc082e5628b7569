package netlab.cli;

import java.util.List;
import netlab.cli.Entry.Topic;

/** What {@code netlab --help} prints. Plain text of our own: no command has to be built for it. */
final class Overview {
  private static final String HEAD =
      """
      netlab: labs of real routers from one file

      """;
  private static final String FOOT =
      """
      netlab COMMAND --help shows the options of a command, with examples.
      """;

  private Overview() {}

  static String text(List<Entry> entries) {
    int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(HEAD);
    for (Topic topic : Topic.values()) {
      List<Entry> listed = entries.stream().filter(e -> e.topic() == topic).toList();
      if (topic == Topic.HIDDEN || listed.isEmpty()) {
        continue;
      }
      text.append(topic.title()).append('\n');
      for (Entry entry : listed) {
        String padding = " ".repeat(width - entry.name().length());
        text.append("  ").append(entry.name()).append(padding);
        text.append("   ").append(entry.summary()).append('\n');
      }
      text.append('\n');
    }
    return text.append(FOOT).toString();
  }
}
