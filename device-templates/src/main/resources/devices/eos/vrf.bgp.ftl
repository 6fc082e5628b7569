[#include "bgp-speaker.ftl"]
[#-- BGP in VRFs. Routes go from VRF to VRF of a router, and to other routers, by way of the tables of VPNs
     (EOS manual, Inter-VRF Local Route Leaking); a VRF of EVPN is in that table instead. --]
[#assign speakers = (node.vrfs!{})?keys?filter(v -> node.vrfs[v].bgp??)]
[#assign families = ["ipv4", "ipv6"]]
[#macro targets vrf kind]
  [#list {"import": vrf.import![], "export": vrf.export![]} as direction, list]
    [#list list as target]
      route-target ${direction} ${kind} ${target}
    [/#list]
  [/#list]
[/#macro]
[#if speakers?has_content]
router bgp ${node.bgp.as}
  [#if !(node.module![])?seq_contains("bgp")]
   router-id ${node.bgp.router_id}
   no bgp default ipv4-unicast
  [/#if]
  [#list speakers as name]
    [#assign vrf = node.vrfs[name]]
    [#assign overlay = ((node.evpn.vrfs)![])?seq_contains(name)]
    [#assign sessions = sessions_of(vrf.bgp.neighbors![])]
   !
   vrf ${name}
      rd ${overlay?then((vrf.evpn.rd)!vrf.rd, vrf.rd)}
    [#if overlay]
      [@targets vrf "evpn"/]
    [/#if]
    [#list families?filter(f -> (vrf.af[f])!false) as f]
      [#if !overlay || ((node.mpls.vpn[f])![])?has_content]
        [@targets vrf "vpn-" + f/]
      [/#if]
    [/#list]
    [#if vrf.bgp.router_id??]
      router-id ${vrf.bgp.router_id}
    [/#if]
    [#list sessions as s]
      [@session s "      "/]
    [/#list]
    [@aggregates vrf.bgp "      "/]
    [#list families?filter(f -> (vrf.af[f])!false) as f]
      [@family vrf.bgp sessions f "      "/]
    [/#list]
  [/#list]
!
[/#if]
