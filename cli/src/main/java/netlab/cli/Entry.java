package netlab.cli;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * One sub-command: what the list of commands shows, and how to make the command when it is the one
 * asked for.
 *
 * @param topic the heading it is listed under; hidden commands are listed nowhere
 * @param summary a few words, without a full stop
 * @param command makes the picocli command; its value is one of {@link ExitCode}
 */
record Entry(
    Topic topic, String name, String summary, Function<Session, Callable<Integer>> command) {

  /** False for a command that users have no use for. */
  boolean listed() {
    return topic != Topic.HIDDEN;
  }

  /** The headings of the list of commands, in the order shown. */
  enum Topic {
    LABS("Labs"),
    DEVICES("Devices of a running lab"),
    KNOWLEDGE("What there is to know"),
    HIDDEN("");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }
}
