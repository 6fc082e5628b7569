package netlab.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;

/**
 * A prefix in the BGP table: {@code bgp_prefix('10.0.0.1/32', locpref=200)}. It is there when one
 * of its paths has everything that is asked for.
 */
final class BgpPrefix implements TestFunction {
  /** Kinds of communities by the names that tests use to the fields of a path. */
  private static final Map<String, String> COMMUNITIES =
      Map.of(
          "community", "community",
          "largeCommunity", "large_community",
          "extendedCommunity", "extended_community");

  @Override
  public String name() {
    return "bgp_prefix";
  }

  @Override
  public List<String> parameters() {
    return List.of(
        "pfx",
        "af?",
        "state?",
        "vrf?",
        "peer?",
        "nh?",
        "best?",
        "clusterid?",
        "community?",
        "as_elements?",
        "aspath?",
        "locpref?",
        "med?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix = a.prefix("pfx");
    boolean wanted = a.wanted();
    Wishes wishes = wishes(a);
    Optional<String> vrf = a.vrf();
    return Inquiry.of(
            "bgp.paths",
            paths ->
                wishes.judge(
                    prefix.toString(),
                    "in the BGP table",
                    of(prefix, Judgement.notOfOthers(vrf, paths)),
                    wanted))
        .with(prefix.family())
        .with("prefix", prefix.toString())
        .with("vrf", vrf);
  }

  /** Some devices can only be asked for all paths; then each says which prefix it leads to. */
  private static List<Observation> of(Prefix prefix, List<Observation> paths) {
    boolean all = paths.stream().anyMatch(path -> Judgement.field(path, "prefix").isPresent());
    return all ? PrefixRows.of(prefix, paths) : paths;
  }

  private static Wishes wishes(Arguments a) throws WrongArgument {
    Wishes wishes = new Wishes().equal("peer", "peer_router_id", a.text("peer"));
    Optional<String> hop = a.text("nh");
    if (hop.isPresent()) {
      wishes.hold("next hop", address(hop.get()), "next_hop");
    }
    if (a.find("best").isPresent()) {
      wishes.equal(
          "best",
          row -> Optional.of(Judgement.field(row, "best").orElse("false")),
          Optional.of(String.valueOf(a.flag("best", true))));
    }
    a.text("clusterid").ifPresent(id -> wishes.hold("cluster list", id, "cluster_list"));
    communities(a, wishes);
    Object elements = a.find("as_elements").orElse(List.of());
    if (!(elements instanceof List<?> list)) {
      throw new WrongArgument("`as_elements` must be a list, not '" + elements + "'");
    }
    list.forEach(as -> wishes.hold("AS path", String.valueOf(as), "as_path"));
    return wishes
        .equal("AS path", "as_path", a.text("aspath"))
        .equal("local preference", "local_preference", a.number("locpref"))
        .equal("MED", "med", a.number("med"));
  }

  private static void communities(Arguments a, Wishes wishes) throws WrongArgument {
    Object wanted = a.find("community").orElse(Map.of());
    if (!(wanted instanceof Map<?, ?> kinds)) {
      throw new WrongArgument(
          "`community` must be a map such as {'community': '65000:1'}, not '" + wanted + "'");
    }
    for (Map.Entry<?, ?> one : kinds.entrySet()) {
      String field = COMMUNITIES.get(String.valueOf(one.getKey()));
      if (field == null) {
        throw new WrongArgument(
            "there is no kind of community `"
                + one.getKey()
                + "`; there are "
                + COMMUNITIES.keySet().stream().sorted().toList());
      }
      // Labs rely on it that a part of the text is enough.
      String value = String.valueOf(one.getValue());
      wishes.hold(field.replace('_', ' '), value, field, text -> text.contains(value));
    }
  }

  private static String address(String text) throws WrongArgument {
    return InterfaceAddress.tryParse(text)
        .map(InterfaceAddress::address)
        .or(() -> Ip.tryParse(text))
        .map(Ip::toString)
        .orElseThrow(() -> new WrongArgument("`nh` must be an address, not '" + text + "'"));
  }
}
