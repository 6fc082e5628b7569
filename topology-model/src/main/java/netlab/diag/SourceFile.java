package netlab.diag;

/**
 * A text that diagnostics point into.
 *
 * @param name the name to show, as the user would type it: a relative path, or "command line"
 * @param text the whole text; empty when the file could not be read
 */
public record SourceFile(String name, String text) {}
