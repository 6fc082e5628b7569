[#-- BGP in VRFs. Routes go from VRF to VRF of a router, and to other routers, by way of its VPN table. --]
[#include "bgp-speaker.ftl"]
[#function labels family][#return ((node.mpls.vpn[family])!false)?is_sequence][/#function]
[#function sids vrf family]
  [#return (vrf.af[family]!false) && ((node.srv6.vpn[family])!false)?is_sequence]
[/#function]
[#-- True when a VRF takes routes of others, or others take its routes. --]
[#function leaks name vrf]
  [#list node.vrfs as other, it]
    [#if other != name && (it.import![])?filter(target -> (vrf.export![])?seq_contains(target))?has_content]
      [#return true]
    [/#if]
  [/#list]
  [#return vrf._leaked_routes!false]
[/#function]
[#macro vpn name vrf family]
  [#local label = labels(family)]
  [#local sid = sids(vrf, family)]
  [#if label || sid || leaks(name, vrf)]
    [#if label]
  label vpn export auto
    [/#if]
    [#if sid]
  sid vpn export auto
    [/#if]
  rd vpn export ${vrf.rd}
  rt vpn import ${vrf.import?join(" ")}
  rt vpn export ${vrf.export?join(" ")}
  export vpn
  import vpn
  [/#if]
[/#macro]
[#macro instance name vrf]
  [#local sessions = sessions_of(vrf.bgp.neighbors![])]
  [@advertisements sessions/]
router bgp ${node.bgp.as} vrf ${name}
 bgp router-id ${(vrf.bgp.router_id)!node.bgp.router_id}
 bgp log-neighbor-changes
 no bgp default ipv4-unicast
 no bgp ebgp-requires-policy
  [#if node.bgp.locpref??]
 bgp default local-preference ${node.bgp.locpref}
  [/#if]
  [#if (node.bgp.timers.min_hold)??]
 bgp minimum-holdtime ${node.bgp.timers.min_hold}
  [/#if]
  [@neighbors sessions/]
  [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as af]
    [@family vrf.bgp sessions af][@vpn name vrf af/][/@family]
  [/#list]
exit
!
[/#macro]
[#if (node.bgp.as)?? && !(node.module![])?seq_contains("bgp")]
[#-- The VPN table is part of the router's own instance. --]
router bgp ${node.bgp.as}
 bgp router-id ${node.bgp.router_id}
 no bgp default ipv4-unicast
exit
!
[/#if]
[#if (node.bgp.as)??]
  [#list (node.vrfs!{}) as name, vrf]
    [#if vrf.bgp??]
      [@instance name vrf/]
    [/#if]
  [/#list]
[/#if]
