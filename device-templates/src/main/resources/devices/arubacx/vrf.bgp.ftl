[#include "bgp-speaker.ftl"]
[#assign speakers = (node.vrfs!{})?keys?filter(v -> node.vrfs[v].bgp??)]
[#if speakers?has_content]
router bgp ${node.bgp.as?c}
  [#if !(node.module![])?seq_contains("bgp")]
    bgp router-id ${node.bgp.router_id}
  [/#if]
  [#list speakers as name]
    [#assign vrf = node.vrfs[name]]
    [#assign sessions = sessions_of(vrf.bgp.neighbors![])]
    vrf ${name}
    [#if vrf.bgp.router_id??]
        bgp router-id ${vrf.bgp.router_id}
    [/#if]
[@neighbors sessions "        "/]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as af]
[@family vrf.bgp sessions af "        "/]
    [/#list]
    exit-vrf
  [/#list]
[/#if]
