package netlab.exec;

import java.util.function.Consumer;

/** The only door to other programs. Everything that starts one takes a {@code Shell}. */
public interface Shell {
  /**
   * Starts a program and hands over its output line by line, one line at a time, from a thread of
   * the shell. The whole output is in the result as well.
   */
  Running start(Command command, Consumer<Line> onLine);

  /**
   * Runs a program with this process's own terminal: for {@code netlab connect}. Has no time limit;
   * Ctrl-C goes to the program. The result has no output.
   */
  Result interactive(Command command) throws InterruptedException;

  /**
   * Runs a program to its end. Whatever goes wrong is in the result: a program that is not there, a
   * time limit that passed. On an interrupt the program and its descendants are ended.
   */
  default Result run(Command command) throws InterruptedException {
    return start(command, line -> {}).await();
  }
}
