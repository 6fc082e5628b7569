package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;

/**
 * Whether another host, or node of the lab, answers: {@code ping('h2', src=node.loopback.ipv4)}.
 * With {@code pkt_len}, the length of the IP packet, packets are not fragmented; {@code
 * expect='fail'} wants no answer.
 */
final class Ping implements TestFunction {
  private static final int IPV4_HEADER = 20;
  private static final int IPV6_HEADER = 40;

  /** Part of what an answer is long (RFC 792, RFC 4443). */
  private static final int ECHO_HEADER = 8;

  /** What ping sends when it is not told. */
  private static final int DATA = 56;

  private static final int SHORTEST = 64;
  private static final int LONGEST = 65_535;

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
    String expect = a.text("expect", "");
    if (!List.of("", "fail", "success").contains(expect)) {
      throw new WrongArgument("`expect` must be 'fail' or left out, not '" + expect + "'");
    }
    Optional<Ip> target = Ip.tryParse(host);
    String family = target.isPresent() ? target.get().family().text() : a.family();
    boolean ipv6 = family.equals("ipv6");
    Optional<String> length = a.number("pkt_len");
    int data = length.isPresent() ? data(length.get(), ipv6) : DATA;
    int answer = data + ECHO_HEADER;
    Optional<String> source = a.text("src").filter(text -> !text.isEmpty()).map(Ping::address);
    String way =
        source.map(from -> " to " + from).orElse("")
            + length.map(given -> " when packets are " + given + " bytes long").orElse("");
    return Inquiry.of("ping", rows -> judge(host, way, rows, answer, expect.equals("fail")))
        .with("count", a.number("count").orElse("5"))
        .with("host", a.address(host, family).orElse(host))
        .with("family", ipv6 ? "6" : "4")
        .with("source", source)
        .with("size", length.map(given -> String.valueOf(data)))
        .with("length", length)
        .with("whole", length.filter(given -> !ipv6))
        .with("unfragmented", length.filter(given -> !ipv6).map(given -> String.valueOf(data)))
        .with("ping6", Optional.of("ping6").filter(name -> ipv6))
        .with("af", family)
        .with("ip", ipv6 ? "ipv6" : "ip");
  }

  private static Judgement judge(
      String host, String way, List<Observation> answers, int size, boolean mustFail) {
    if (answers.isEmpty()) {
      return new Judgement(mustFail, host + " does not answer" + way);
    }
    String right = String.valueOf(size);
    Optional<String> other =
        answers.stream()
            .map(row -> Judgement.field(row, "size").orElse(right))
            .filter(told -> !told.equals(right))
            .findFirst();
    boolean whole =
        answers.stream().anyMatch(row -> Judgement.field(row, "size").orElse(right).equals(right));
    if (!whole && other.isPresent()) {
      return new Judgement(
          mustFail, host + " answers with " + other.get() + " bytes, not " + right);
    }
    return mustFail
        ? Judgement.bad(host + " answers" + way + ", and must not")
        : Judgement.good(host + " answers" + way);
  }

  private static int data(String length, boolean ipv6) throws WrongArgument {
    int bytes = length.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(length);
    if (bytes < SHORTEST || bytes > LONGEST) {
      throw new WrongArgument(
          "`pkt_len` must be a length from " + SHORTEST + " to " + LONGEST + ", not " + length);
    }
    return bytes - ECHO_HEADER - (ipv6 ? IPV6_HEADER : IPV4_HEADER);
  }

  private static String address(String text) {
    return InterfaceAddress.tryParse(text).map(i -> i.address().toString()).orElse(text);
  }
}
