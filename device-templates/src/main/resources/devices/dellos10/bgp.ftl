[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
router bgp ${bgp.as?c}
 router-id ${bgp.router_id}
 log-neighbor-changes
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
 cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.locpref??]
 default local-preference ${bgp.locpref?c}
[/#if]
[#if bgp.confederation??]
 confederation identifier ${bgp.confederation.as?c}
  [#if bgp.confederation.peers?has_content]
 confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[#assign names = ["ipv4", "ipv6"]?filter(f -> bgp[f]!false)]
[@families bgp names "" " "/]
[@neighbors sessions_of(bgp.neighbors![]) " "/]
 exit
