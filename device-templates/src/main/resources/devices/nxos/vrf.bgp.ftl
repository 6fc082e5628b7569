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
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
    address-family ${family} unicast
[@prefixes vrf.bgp family "      "/]
    [/#list]
[@neighbors vrf.bgp.neighbors![] "    "/]
  [/#list]
[/#if]
