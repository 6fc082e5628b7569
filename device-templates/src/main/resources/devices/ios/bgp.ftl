[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign sessions = sessions_of(bgp.neighbors![])]
[#assign everyone = (bgp.neighbors![])]
[#list node.vrfs!{} as name, vrf]
  [#assign everyone += (vrf.bgp.neighbors)![]]
[/#list]
[#-- TCP-AO takes its keys from a chain (RFC 5925); the identifiers are the same at both ends. --]
[#list everyone?filter(n -> n.tcp_ao??) as n]
key chain ${chain(n)} tcp
 key 1
  send-id 1
  recv-id 1
  cryptographic-algorithm ${n.tcp_ao}
  key-string ${one_line(n.password)}
!
[/#list]
ip bgp-community new-format
router bgp ${bgp.as}
 bgp router-id ${bgp.router_id}
 bgp log-neighbor-changes
 no bgp default ipv4-unicast
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
 bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.locpref??]
 bgp default local-preference ${bgp.locpref}
[/#if]
[#if bgp.confederation??]
 bgp confederation identifier ${bgp.confederation.as}
  [#if bgp.confederation.peers?has_content]
 bgp confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[#if bgp.rs_client!false]
 [#-- a route server does not put its own AS into the path --]
 no bgp enforce-first-as
[/#if]
[@neighbors sessions " "/]
[#list ["ipv4", "ipv6"]?filter(f -> (bgp[f]!false) || sessions?filter(s -> s[f])?has_content) as name]
  [@family bgp sessions name ""/]
[/#list]
!
