[#-- Micro segments: the locator of 48 bits is a block of 32 and the router's 16 (RFC 9800). --]
[#include "bgp-speaker.ftl"]
segment-routing
 srv6
  locators
   locator netlab
    prefix ${node.srv6.locator} block-len 32 node-len 16 func-bits 16
    behavior usid
   exit
   !
  exit
  !
  encapsulation
   source-address ${address(node.loopback.ipv6)}
  exit
  !
 exit
 !
exit
!
[#if (node.srv6.igp![])?seq_contains("isis")]
  [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 segment-routing srv6
  locator netlab
 exit
exit
!
  [/#list]
[/#if]
[#if node.srv6.bgp?? || node.srv6.vpn?? || (node.srv6.igp![])?seq_contains("ebgp")]
router bgp ${node.bgp.as}
 segment-routing srv6
  locator netlab
 exit
  [#if (node.srv6.igp![])?seq_contains("ebgp")]
 address-family ipv6 unicast
  network ${node.srv6.locator}
 exit-address-family
  [/#if]
  [#list ["ipv4", "ipv6"] as family]
    [#assign peers = (node.bgp.neighbors![])?filter(n -> n.ipv6?? && ((n.srv6.vpn)![])?seq_contains(family))]
    [#if peers?has_content]
 !
 address-family ${family} vpn
      [#list peers as n]
  neighbor ${n.ipv6} activate
  neighbor ${n.ipv6} send-community both
        [#if n.rr_client!false]
  neighbor ${n.ipv6} route-reflector-client
        [/#if]
        [#if (n.srv6.next_hop_unchanged)!false]
  neighbor ${n.ipv6} attribute-unchanged next-hop
        [/#if]
      [/#list]
 exit-address-family
    [/#if]
  [/#list]
exit
!
[/#if]
