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

  private static final Pattern VRF_VNI = Pattern.compile("(?m)^vrf \\S+\\n vni \\d+");
  private static final Pattern EVPN_FAMILY =
      Pattern.compile("(?ms)^ address-family l2vpn evpn$.*?^ exit-address-family$");
  private static final Pattern ACTIVATE = Pattern.compile("(?m)^ +neighbor \\S+ activate\\s*$");

  private static final Pattern RELEASE = Pattern.compile("(\\d+)\\.(\\d+).*");

  private FrrReleases() {}

  /** What a release refuses of a configuration, as the end of a sentence about it. */
  static Optional<String> refusal(String config, String version) {
    if (!isBefore(version, 8, 5)) {
      return Optional.empty();
    }
    if (hasInternalLocalAs(config)) {
      return Optional.of("cannot have a local AS that is the neighbor's (FRR 8.5 can)");
    }
    return losesRouterMac(config)
        ? Optional.of(
            "loses the router MAC addresses of a VRF's VNI when it has several EVPN sessions"
                + " (FRR 10.3 does not)")
        : Optional.empty();
  }

  /**
   * A route that comes, goes and comes again by another session is deleted after it was added:
   * zebra queues the one and not the other, so the route stays and its next hop has no MAC address
   * (issue 12391 of FRR). With one session, paths do not change that way while a lab comes up.
   */
  private static boolean losesRouterMac(String config) {
    return VRF_VNI.matcher(config).find()
        && EVPN_FAMILY
                .matcher(config)
                .results()
                .mapToLong(family -> ACTIVATE.matcher(family.group()).results().count())
                .sum()
            > 1;
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
