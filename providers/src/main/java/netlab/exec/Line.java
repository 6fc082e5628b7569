package netlab.exec;

/**
 * A line a program wrote, without its end.
 *
 * @param error true when it came on standard error
 */
public record Line(String text, boolean error) {}
