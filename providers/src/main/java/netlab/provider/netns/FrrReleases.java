package netlab.provider.netns;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What releases of FRR that are still in use cannot do, where a lab would not come up without it.
 */
final class FrrReleases {
  private static final Pattern REMOTE_AS =
      Pattern.compile("(?m)^ +neighbor (\\S+)(?: interface)? remote-as (\\d+)\\s*$");
  private static final Pattern LOCAL_AS =
      Pattern.compile("(?m)^ +neighbor (\\S+) local-as (\\d+)\\b");

  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");

  private FrrReleases() {}

  /** What a release refuses of a configuration, as the end of a sentence about it. */
  static Optional<String> refusal(String config, String version) {
    return isBefore(version, 8, 5) && hasInternalLocalAs(config)
        ? Optional.of("cannot have a local AS that is the neighbor's (FRR 8.5 can)")
        : Optional.empty();
  }

  /** In FRR 8.4 such a session stays external, whatever the order of its lines. */
  private static boolean hasInternalLocalAs(String config) {
    Map<String, String> remote = new HashMap<>();
    Matcher line = REMOTE_AS.matcher(config);
    while (line.find()) {
      remote.put(line.group(1), line.group(2));
    }
    return LOCAL_AS
        .matcher(config)
        .results()
        .anyMatch(found -> found.group(2).equals(remote.get(found.group(1))));
  }

  private static boolean isBefore(String version, int major, int minor) {
    Matcher release = RELEASE.matcher(version);
    if (!release.matches()) {
      return false;
    }
    int first = Integer.parseInt(release.group(1));
    return first < major || (first == major && Integer.parseInt(release.group(2)) < minor);
  }
}
