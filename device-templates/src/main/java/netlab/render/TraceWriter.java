package netlab.render;

import freemarker.core.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.SourceFile;

/**
 * A {@link LineWriter} that also notes where each line comes from: it asks FreeMarker at every
 * write which instruction is running. Too slow for everyday rendering, fast enough for one file.
 */
final class TraceWriter extends LineWriter {
  private static final Pattern PLACE =
      Pattern.compile("in template \"([^\"]+)\".*? at line (\\d+), column (\\d+)");

  private final Function<String, SourceFile> sources;
  private final Map<String, String> texts = new HashMap<>();
  private final List<Origin> origins = new ArrayList<>();
  private Optional<Origin> current = Optional.empty();

  TraceWriter(Function<String, SourceFile> sources) {
    this.sources = sources;
  }

  List<Origin> origins() {
    return List.copyOf(origins);
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    Optional<Origin> start = place(new String(buffer, offset, length));
    int from = offset;
    int line = 0;
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n' || i == offset + length - 1) {
        if (current.isEmpty() && !new String(buffer, from, i + 1 - from).isBlank()) {
          int further = line;
          current = start.map(o -> new Origin(o.template(), o.line() + further));
        }
        super.write(buffer, from, i + 1 - from);
        from = i + 1;
        line++;
        if (buffer[i] == '\n') {
          current = Optional.empty();
        }
      }
    }
  }

  /** Notes where lines come from that no template of ours writes. */
  void add(Origin origin) {
    origins.add(origin);
  }

  @Override
  void kept(String line) {
    origins.add(current.orElse(new Origin(new SourceFile("", ""), 0)));
    current = Optional.empty();
  }

  /** The place of the first character of a write; white space before it may have been stripped. */
  private Optional<Origin> place(String written) {
    var stack = new StringWriter();
    Environment.getCurrentEnvironment().outputInstructionStack(new PrintWriter(stack));
    Matcher m = PLACE.matcher(stack.toString());
    if (!m.find()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(m.group(2));
    String text = texts.computeIfAbsent(m.group(1), t -> sources.apply(t).text());
    int at = offset(text, line, Integer.parseInt(m.group(3)));
    int found = text.indexOf(written, at);
    boolean literal = found >= 0 && text.substring(at, found).isBlank();
    long skipped = literal ? text.substring(at, found).chars().filter(c -> c == '\n').count() : 0;
    return Optional.of(
        new Origin(new SourceFile("devices/" + m.group(1), text), line + (int) skipped));
  }

  private static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return Math.min(text.length(), start + column - 1);
  }
}
