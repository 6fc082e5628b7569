package netlab.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Result;
import netlab.lab.NodeId;

/** What {@code ip -batch} says: its complaint, and then {@code Command failed -:3}. */
public final class BatchOutput {
  private static final Pattern FAILED = Pattern.compile("Command failed .*:(\\d+)");

  private BatchOutput() {}

  /**
   * What became of lines that it was given.
   *
   * @param given the lines, as refusals without a message
   */
  public static Change change(NodeId node, List<Refusal> given, Result said) {
    List<Refusal> all = new ArrayList<>();
    refused(said.err())
        .forEach((number, message) -> {
          if (number >= 1 && number <= given.size()) {
            Refusal line = given.get(number - 1);
            all.add(new Refusal(node, line.file(), line.line(), line.text(), message));
          }
        });
    return all.isEmpty() ? Change.of(said) : new Change.Refused(all);
  }

  /** What it said about each line that it refused, by the line's number, from 1. */
  public static SequencedMap<Integer, String> refused(String printed) {
    SequencedMap<Integer, String> all = new TreeMap<>();
    List<String> said = new ArrayList<>();
    for (String line : printed.lines().map(String::strip).toList()) {
      Matcher failed = FAILED.matcher(line);
      if (failed.matches()) {
        all.put(Integer.parseInt(failed.group(1)), said.isEmpty() ? line : said.getFirst());
        said.clear();
      } else if (!line.isEmpty()) {
        said.add(line);
      }
    }
    return all;
  }
}
