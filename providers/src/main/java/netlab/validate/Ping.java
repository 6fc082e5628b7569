package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;

/**
 * Whether another host answers: {@code ping('h2', src=node.loopback.ipv4)}. With {@code pkt_len},
 * the length of the IP packet, packets are not fragmented; {@code expect='fail'} wants no answer.
 */
final class Ping implements TestFunction {
  /** Lengths of the headers before the data of an echo request. */
  private static final int IPV4_HEADERS = 28;

  private static final int IPV6_HEADERS = 48;

  @Override
  public String name() {
    return "ping";
  }

  @Override
  public List<String> parameters() {
    return List.of("host", "src?", "af?", "count?", "pkt_len?", "expect?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    String host = address(a.text("host", ""));
    boolean fails = a.text("expect", "").equals("fail");
    Inquiry inquiry =
        Inquiry.of(
                "ping",
                rows ->
                    rows.isEmpty()
                        ? new Judgement(fails, host + " does not answer")
                        : new Judgement(!fails, host + " answers"))
            .with("count", a.text("count", "5"));
    Optional<String> source = a.text("src").map(Ping::address);
    Optional<Ip> target = Ip.tryParse(host);
    String family = target.map(ip -> ip.family().text()).or(() -> a.text("af")).orElse("ipv4");
    inquiry = inquiry.with("host", host).with("family", family.equals("ipv6") ? "6" : "4");
    if (source.isPresent()) {
      inquiry = inquiry.with("source", source.get());
    }
    Optional<String> length = a.text("pkt_len");
    if (length.isPresent()) {
      inquiry = inquiry.with("size", String.valueOf(size(length.get(), family)));
    }
    return inquiry;
  }

  private static int size(String length, String family) throws WrongArgument {
    int headers = family.equals("ipv6") ? IPV6_HEADERS : IPV4_HEADERS;
    try {
      int bytes = Integer.parseInt(length);
      if (bytes >= 64 && bytes <= 65_535) {
        return bytes - headers;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new WrongArgument("`pkt_len` must be a length of at least 64, not " + length);
  }

  private static String address(String text) {
    return InterfaceAddress.tryParse(text).map(i -> i.address().toString()).orElse(text);
  }
}
