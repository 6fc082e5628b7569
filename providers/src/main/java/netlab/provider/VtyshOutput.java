package netlab.provider;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Result;
import netlab.lab.NodeId;

/** What {@code vtysh} says when it reads a file: {@code line 12: % Unknown command[4]: ...}. */
public final class VtyshOutput {
  private static final Pattern REFUSED = Pattern.compile("(?m)^line (\\d+): (.*)$");

  private VtyshOutput() {}

  /**
   * The lines that it did not take, each once.
   *
   * @param file name of the node's file, as {@code ConfigFile.name()}
   * @param config its text
   */
  public static List<Refusal> refusals(NodeId node, String file, String config, String printed) {
    List<String> lines = config.lines().toList();
    SequencedMap<Integer, Refusal> all = new TreeMap<>();
    Matcher found = REFUSED.matcher(printed);
    while (found.find()) {
      int line = Integer.parseInt(found.group(1));
      if (line >= 1 && line <= lines.size()) {
        String text = lines.get(line - 1).strip();
        all.putIfAbsent(line, new Refusal(node, file, line, text, message(found.group(2))));
      }
    }
    return List.copyOf(all.values());
  }

  /**
   * What became of lines that it read by {@code -f}.
   *
   * @param lines their text
   */
  public static Change change(NodeId node, String file, String lines, Result said) {
    List<Refusal> refused = refusals(node, file, lines, said.out() + said.err());
    return refused.isEmpty() ? Change.of(said) : new Change.Refused(refused);
  }

  private static String message(String said) {
    return said.startsWith("% Unknown command") ? "unknown command" : said;
  }
}
