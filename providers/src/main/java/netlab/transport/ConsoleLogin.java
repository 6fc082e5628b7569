package netlab.transport;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How one gets from a silent serial line to a prompt that takes commands.
 *
 * @param loginPrompt ends what is shown when a user name is asked for
 * @param passwordPrompt ends what is shown when a password is asked for
 * @param prompt ends what is shown when a command is awaited; group {@code name} is the part that
 *     stays the same for the whole session
 * @param enable the secret for {@code enable}, on devices that have it and where the user needs it
 * @param setUp commands sent once after the login, such as {@code terminal length 0}
 */
public record ConsoleLogin(
    Pattern loginPrompt,
    Pattern passwordPrompt,
    Pattern prompt,
    String user,
    String password,
    Optional<String> enable,
    List<String> setUp) {
  private static final Pattern LOGIN = Pattern.compile("(?i)(?:login|username):\\s*\\z");
  private static final Pattern PASSWORD = Pattern.compile("(?i)password:\\s*\\z");
  private static final Pattern PROMPT =
      Pattern.compile("(?m)^(?<name>[\\w.@:~/-]+)(?:\\([\\w.-]+\\))?[>#$%] ?\\z");

  public ConsoleLogin {
    setUp = List.copyOf(setUp);
  }

  /** The prompts that most network operating systems and Unix have. */
  public static ConsoleLogin usual(String user, String password, List<String> setUp) {
    return new ConsoleLogin(LOGIN, PASSWORD, PROMPT, user, password, Optional.empty(), setUp);
  }

  /** The same login, which then becomes privileged with this secret. */
  public ConsoleLogin enabling(String secret) {
    return new ConsoleLogin(
        loginPrompt, passwordPrompt, prompt, user, password, Optional.of(secret), setUp);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "console login of " + user;
  }
}
