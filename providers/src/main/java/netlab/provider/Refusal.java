package netlab.provider;

import netlab.lab.NodeId;

/**
 * A line of a configuration that a router did not take.
 *
 * @param file name of the node's file, as {@code ConfigFile.name()}
 * @param line its number in the file, from 1; 0 when it is the file as a whole
 * @param text the line, without blanks around it
 * @param message what the router said about it
 * @param discarded true when the router took nothing else of the file either
 */
public record Refusal(
    NodeId node, String file, int line, String text, String message, boolean discarded) {
  /** A line of a file whose other lines were taken. */
  public Refusal(NodeId node, String file, int line, String text, String message) {
    this(node, file, line, text, message, false);
  }
}
