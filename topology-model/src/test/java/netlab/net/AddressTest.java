package netlab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.-4",
        "01.2.3.4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4/24",
        "1..3.4",
        "0x1.2.3.4",
        "1.2.3.4444",
        "١.2.3.4"
      })
  void wrongIpv4TextsAreRefused(String text) {
    assertThat(Ip4.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Ip4.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "1::2::3",
            ":1::2",
        "1::2:", "12345::", "fe80::1%eth0", "::g", "1.2.3.4::", "::1.2.3", "::1.2.3.4:5", "1::1/64",
        "1:2:3:4:5:6:7:1.2.3.4"
      })
  void wrongIpv6TextsAreRefused(String text) {
    assertThat(Ip6.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> Ip6.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "0:0:0:0:0:0:0:0, ::",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
  })
  void ipv6IsPrintedInCanonicalForm(String text, String canonical) {
    assertThat(Ip6.parse(text)).hasToString(canonical);
  }

  @Test
  void additionStopsAtTheEndsOfTheFamily() {
    assertThat(Ip.parse("10.0.0.255").plus(1)).hasToString("10.0.1.0");
    assertThat(Ip.parse("2001:db8::").plus(-1))
        .hasToString("2001:db7:ffff:ffff:ffff:ffff:ffff:ffff");
    for (Ip last : List.of(new Ip4(-1), new Ip6(-1, -1))) {
      assertThatThrownBy(() -> last.plus(1)).isInstanceOf(ArithmeticException.class);
    }
    for (Ip first : List.of(new Ip4(0), new Ip6(0, 0))) {
      assertThatThrownBy(() -> first.plus(-1)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void sortingPutsIpv4FirstAndReadsBitsAsUnsigned() {
    Stream<String> texts = Stream.of("ff::", "8000::", "::1", "200.0.0.0", "10.0.0.10", "10.0.0.9");
    assertThat(texts.map(Ip::parse).sorted().map(Ip::toString))
        .containsExactly("10.0.0.9", "10.0.0.10", "200.0.0.0", "::1", "ff::", "8000::");
  }

  @Test
  void aPrefixTextWithHostBitsIsOnlyAnInterfaceAddress() {
    assertThat(Prefix.tryParse("10.1.0.1/30")).isEmpty();
    assertThat(InterfaceAddress.parse("10.1.0.1/30").prefix()).hasToString("10.1.0.0/30");
    assertThat(new Prefix(Ip.parse("10.1.0.1"), 30)).isEqualTo(Prefix.parse("10.1.0.0/30"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/024",
        "10.0.0.0/-1",
        "::/129",
        "/24",
        "10.0.0.0/24/24",
        "10.0.0.0/+8"
      })
  void wrongPrefixTextsAreRefused(String text) {
    assertThat(Prefix.tryParse(text)).isEmpty();
  }

  @Test
  void hostNumbersOutsideOfThePrefixAreRefused() {
    Prefix prefix = Prefix.parse("172.16.0.0/30");
    assertThat(prefix.host(-2)).hasToString("172.16.0.2");
    assertThat(prefix.hasHost(4)).isFalse();
    assertThat(prefix.hasHost(-5)).isFalse();
    assertThatThrownBy(() -> prefix.host(4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> prefix.host(-5)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void subnetsOutsideOfThePrefixAreRefused() {
    Prefix prefix = Prefix.parse("10.0.0.0/24");
    assertThat(prefix.subnets(26)).isEqualTo(4);
    assertThat(prefix.subnets(23)).isZero();
    assertThat(prefix.subnets(33)).isZero();
    assertThat(prefix.subnet(3, 26)).hasToString("10.0.0.192/26");
    assertThatThrownBy(() -> prefix.subnet(4, 26)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> prefix.subnet(-1, 26)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/24, true, false",
    "10.0.0.255/24, false, true",
    "10.0.0.1/24, false, false",
    "10.0.0.0/31, false, false",
    "10.0.0.1/31, false, false",
    "10.0.0.0/32, false, false",
    "2001:db8::/64, true, false",
    "2001:db8::/127, false, false",
    "2001:db8::ffff:ffff:ffff:ffff/64, false, false",
  })
  void networkAndBroadcastAddressesAreKnown(String text, boolean network, boolean broadcast) {
    InterfaceAddress address = InterfaceAddress.parse(text);
    assertThat(address.isNetwork()).isEqualTo(network);
    assertThat(address.isBroadcast()).isEqualTo(broadcast);
  }

  @Test
  void wildcardsAreInvertedMasks() {
    assertThat(Prefix.parse("10.0.0.0/22").netmask()).hasToString("255.255.252.0");
    assertThat(Prefix.parse("10.0.0.0/22").wildcard()).hasToString("0.0.3.255");
    assertThat(Prefix.parse("0.0.0.0/0").netmask()).hasToString("0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca:fe:00:03:00:0a", "CA-FE-00-03-00-0A", "cafe.0003.000A"})
  void macAddressesAreReadInThreeForms(String text) {
    Mac mac = Mac.parse(text);
    assertThat(mac).hasToString("ca:fe:00:03:00:0a");
    assertThat(mac.cisco()).isEqualTo("cafe.0003.000a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ca:fe:00:03:00",
        "ca:fe-00:03:00:00",
        "ca:fe:00:03:00:0g",
        "cafe00030000",
        "cafe.0003:0000",
        "ca:fe:00:03:00:000",
        "cafe.003.00000"
      })
  void wrongMacTextsAreRefused(String text) {
    assertThat(Mac.tryParse(text)).isEmpty();
  }

  @Test
  void macArithmeticCarriesOverOctets() {
    Mac base = Mac.parse("ca:f0:00:00:ff:ff");
    assertThat(base.plus(1)).hasToString("ca:f0:00:01:00:00");
    assertThat(base.withOctet(1, 0xf4)).hasToString("ca:f4:00:00:ff:ff");
    assertThat(base.octet(0)).isEqualTo(0xca);
    assertThat(base.isMulticast()).isFalse();
    assertThat(Mac.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
    assertThatThrownBy(() -> new Mac(0xffff_ffff_ffffL).plus(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "65000, 65000, 65000",
    "4294967295, 4294967295, 65535.65535",
    "1.10, 65546, 1.10",
    "0.65000, 65000, 65000",
  })
  void asNumbersAreReadInBothForms(String text, long value, String asdot) {
    assertThat(Asn.parse(text).value()).isEqualTo(value);
    assertThat(Asn.parse(text).asdot()).isEqualTo(asdot);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0.0",
        "4294967296",
        "99999999999",
        "-1",
        "65536.1",
        "1.65536",
        "1.2.3",
        "1.",
        ".1",
        "010",
        "AS65000",
        "1e3",
        "+1"
      })
  void wrongAsNumbersAreRefused(String text) {
    assertThat(Asn.tryParse(text)).isEmpty();
  }

  @Test
  void privateAsNumbersAreKnown() {
    assertThat(Stream.of(64511L, 64512L, 65534L, 65535L).map(n -> new Asn(n).isPrivate()))
        .containsExactly(false, true, true, false);
    assertThat(new Asn(4_200_000_000L).isPrivate()).isTrue();
    assertThat(new Asn(Asn.MAX).isPrivate()).isFalse();
  }

  @Test
  void familiesHaveTheNamesOfLabFiles() {
    assertThat(Family.tryParse("ipv6")).contains(Family.IPV6);
    assertThat(Family.tryParse("IPv6")).isEmpty();
    assertThat(Family.IPV4).hasToString("ipv4");
  }
}
