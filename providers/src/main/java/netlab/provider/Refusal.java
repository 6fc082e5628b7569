package netlab.provider;

import netlab.lab.NodeId;

/**
 * A line of a configuration that a router did not take.
 *
 * @param file name of the node's file, as {@code ConfigFile.name()}
 * @param line its number in the file, from 1
 * @param text the line, without blanks around it
 * @param message what the router said about it
 */
public record Refusal(NodeId node, String file, int line, String text, String message) {}
