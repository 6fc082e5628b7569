package netlab.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** One thing that a path must have. */
  private record Wish(String what, Predicate<Observation> holds) {}

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix = a.prefix("pfx");
    boolean wanted = a.wanted();
    List<Wish> wishes = wishes(a);
    Inquiry inquiry =
        Inquiry.of("bgp.paths", rows -> judge(prefix, rows, wishes, wanted))
            .with("af", prefix.family().text())
            .with("prefix", prefix.toString());
    String vrf = a.text("vrf", "default");
    return vrf.equals("default") ? inquiry : inquiry.with("vrf", vrf);
  }

  private static List<Wish> wishes(Arguments a) throws WrongArgument {
    List<Wish> wishes = new ArrayList<>();
    a.text("peer")
        .ifPresent(peer -> wishes.add(equal("from peer " + peer, "peer_router_id", peer)));
    Optional<String> hop = a.text("nh");
    if (hop.isPresent()) {
      wishes.add(nextHop(hop.get()));
    }
    if (a.find("best").isPresent()) {
      boolean best = a.is("best", true);
      wishes.add(
          new Wish(
              best ? "that is best" : "that is not best",
              row -> Judgement.field(row, "best").filter("true"::equals).isPresent() == best));
    }
    a.text("clusterid").ifPresent(id -> wishes.add(has("with cluster " + id, "cluster_list", id)));
    if (a.find("community").orElse(Map.of()) instanceof Map<?, ?> wanted) {
      for (Map.Entry<?, ?> one : wanted.entrySet()) {
        String field = COMMUNITIES.get(String.valueOf(one.getKey()));
        if (field == null) {
          throw new WrongArgument(
              "there is no kind of community `"
                  + one.getKey()
                  + "`; there are "
                  + COMMUNITIES.keySet().stream().sorted().toList());
        }
        wishes.add(has("with community " + one.getValue(), field, String.valueOf(one.getValue())));
      }
    }
    if (a.find("as_elements").orElse(List.of()) instanceof List<?> elements) {
      elements.forEach(
          as -> wishes.add(has("with AS " + as + " in its path", "as_path", String.valueOf(as))));
    }
    a.text("aspath").ifPresent(path -> wishes.add(equal("with AS path " + path, "as_path", path)));
    a.text("locpref")
        .ifPresent(v -> wishes.add(equal("with local preference " + v, "local_preference", v)));
    a.text("med").ifPresent(v -> wishes.add(equal("with MED " + v, "med", v)));
    return wishes;
  }

  private static Wish equal(String what, String field, String value) {
    return new Wish(what, row -> Judgement.field(row, field).orElse("").equals(value));
  }

  private static Wish has(String what, String field, String word) {
    return new Wish(
        what, row -> List.of(Judgement.field(row, field).orElse("").split(" ")).contains(word));
  }

  private static Wish nextHop(String text) throws WrongArgument {
    Optional<Ip> hop =
        InterfaceAddress.tryParse(text).map(InterfaceAddress::address).or(() -> Ip.tryParse(text));
    if (hop.isEmpty()) {
      throw new WrongArgument("`nh` must be an address, not '" + text + "'");
    }
    return has("through " + hop.get(), "next_hop", hop.get().toString());
  }

  /** Tells of the path that has most of what is asked for. */
  private static Judgement judge(
      Prefix prefix, List<Observation> paths, List<Wish> wishes, boolean wanted) {
    String all = String.join(" ", wishes.stream().map(Wish::what).toList());
    String what = prefix + (all.isEmpty() ? "" : " " + all);
    if (paths.isEmpty()) {
      return new Judgement(!wanted, prefix + " is not in the BGP table");
    }
    List<Wish> missed =
        paths.stream()
            .map(path -> wishes.stream().filter(wish -> !wish.holds.test(path)).toList())
            .min(Comparator.comparingInt(List::size))
            .orElse(wishes);
    if (missed.isEmpty()) {
      return new Judgement(wanted, what + " is in the BGP table");
    }
    return new Judgement(
        !wanted,
        prefix + " has no path " + String.join(" ", missed.stream().map(Wish::what).toList()));
  }
}
