[#-- BGP in VRFs: routes go from VRF to VRF of a router, and to other routers, by way of its VPN table.
     The VRFs themselves are defined before the interfaces. --]
[#include "bgp-speaker.ftl"]
[#assign with_bgp = []]
[#list node.vrfs!{} as name, vrf]
  [#if vrf.bgp??]
    [#assign with_bgp += [name]]
  [/#if]
[/#list]
[#if (node.bgp.as)?? && with_bgp?has_content]
router bgp ${node.bgp.as}
  [#if !(node.module![])?seq_contains("bgp")]
 bgp router-id ${node.bgp.router_id}
 no bgp default ipv4-unicast
  [/#if]
  [#list with_bgp as name]
    [#assign vrf = node.vrfs[name]]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as af]
      [@family vrf.bgp sessions_of(vrf.bgp.neighbors![]) af name]
        [#if (vrf.evpn.transit_vni)??]
  advertise l2vpn evpn
        [/#if]
      [/@family]
    [/#list]
  [/#list]
!
[/#if]
