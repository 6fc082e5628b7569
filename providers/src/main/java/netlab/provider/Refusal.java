package netlab.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.lab.NodeId;

/**
 * A line of a configuration that a router did not take.
 *
 * @param file name of the node's file, as {@code ConfigFile.name()}
 * @param line its number in the file, from 1; 0 when it is the file as a whole
 * @param text the line, without blanks around it and without what follows a word for a secret
 * @param message what the router said about it, without that either
 * @param discarded true when the router took nothing else of the file either
 */
public record Refusal(
    NodeId node, String file, int line, String text, String message, boolean discarded) {
  /** What follows one of these words is a secret, or leads to one: {@code md5 5 SECRET}. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)[\\w-]*(?:password|passwd|passphrase|secret|md5|-key|key-string)\\b=?|(?<=\\s)key\\b(?! chain)=?");

  private static final Pattern NOT_IN_WORDS = Pattern.compile("[\\s\"';]+");

  public Refusal {
    Matcher word = SECRET.matcher(text);
    if (word.find() && !text.substring(word.end()).isBlank()) {
      for (String part : NOT_IN_WORDS.split(text.substring(word.end()))) {
        // A number may be that of the key, and is everywhere.
        if (part.length() > 2) {
          message = message.replace(part, "***");
        }
      }
      text = text.substring(0, word.end()) + (word.group().endsWith("=") ? "***" : " ***");
    }
  }

  /** A line of a file whose other lines were taken. */
  public Refusal(NodeId node, String file, int line, String text, String message) {
    this(node, file, line, text, message, false);
  }
}
