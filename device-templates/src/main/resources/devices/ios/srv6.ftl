[#-- Micro segments of format usid-f3216: a block of 32 bits and the router's 16 (RFC 9800). --]
[#include "bgp-speaker.ftl"]
segment-routing srv6
 encapsulation
  source-address ${address(node.loopback.ipv6)}
 locators
  locator netlab
   format usid-f3216
   prefix ${node.srv6.locator}
!
[#if (node.srv6.igp![])?seq_contains("isis")]
  [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 segment-routing srv6
  locator netlab
!
  [/#list]
[/#if]
[#if node.srv6.vpn??]
router bgp ${node.bgp.as}
  [#list {"ipv4": "vpnv4", "ipv6": "vpnv6"} as family, kind]
    [#assign peers = (node.bgp.neighbors![])?filter(n -> n.ipv6?? && ((n.srv6.vpn)![])?seq_contains(family))]
    [#if peers?has_content]
 !
 address-family ${kind}
  segment-routing srv6
   locator netlab
   alloc-mode per-vrf
  exit-srv6
      [#list peers as n]
  neighbor ${address(n.ipv6)} activate
  neighbor ${address(n.ipv6)} send-community both
        [#if n.rr_client!false]
  neighbor ${address(n.ipv6)} route-reflector-client
        [/#if]
        [#if (n.srv6.next_hop_unchanged)!false]
  neighbor ${address(n.ipv6)} next-hop-unchanged
        [/#if]
      [/#list]
 exit-address-family
    [/#if]
  [/#list]
!
[/#if]
