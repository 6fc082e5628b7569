package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.Prefix;

/** A route of a Linux host: {@code route('10.0.0.0/24', intf='eth1')}. */
final class KernelRoute implements TestFunction {
  @Override
  public String name() {
    return "route";
  }

  @Override
  public List<String> parameters() {
    return List.of("pfx", "af?", "intf?", "state?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix =
        a.text("pfx").filter("default"::equals).isPresent()
            ? Prefix.parse(a.family().equals("ipv6") ? "::/0" : "0.0.0.0/0")
            : a.prefix("pfx");
    Optional<String> through = a.text("intf").filter(intf -> !intf.isEmpty());
    return inquiry(prefix, through, a.wanted());
  }

  static Inquiry inquiry(Prefix prefix, Optional<String> intf, boolean wanted) {
    Wishes wishes = new Wishes();
    intf.ifPresent(name ->
        wishes.hold(
            "a route",
            "through " + name,
            "through",
            text -> (" " + text.replace('\n', ' ') + " ").contains(" dev " + name + " ")));
    return Inquiry.of(
            "prefixes.kernel",
            rows ->
                wishes.judge(
                    prefix.toString(), "in the routing table", PrefixRows.of(prefix, rows), wanted))
        .with("family", prefix.network().family() == Family.IPV6 ? "6" : "4");
  }
}
