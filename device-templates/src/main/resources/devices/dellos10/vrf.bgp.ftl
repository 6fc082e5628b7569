[#include "bgp-speaker.ftl"]
[#assign speakers = (node.vrfs!{})?keys?filter(v -> node.vrfs[v].bgp??)]
[#if speakers?has_content]
router bgp ${node.bgp.as?c}
  [#if !(node.module![])?seq_contains("bgp")]
 router-id ${node.bgp.router_id}
  [/#if]
  [#list speakers as name]
    [#assign vrf = node.vrfs[name]]
 vrf ${name}
    [#if vrf.bgp.router_id??]
  router-id ${vrf.bgp.router_id}
    [/#if]
    [#assign names = ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false)]
[@families vrf.bgp names name "  "; family]
      [#-- routes that EVPN brought are the VRF's to pass on only when told so --]
      [#if vrf.evpn?? && family == "ipv4"]
   redistribute l2vpn evpn
      [/#if]
[/@families]
[@neighbors sessions_of(vrf.bgp.neighbors![]) "  "/]
  exit
  [/#list]
 exit
[/#if]
