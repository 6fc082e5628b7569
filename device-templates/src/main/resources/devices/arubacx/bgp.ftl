[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign sessions = sessions_of(bgp.neighbors![])]
router bgp ${bgp.as?c}
    bgp router-id ${bgp.router_id}
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
    bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[@neighbors sessions "    "/]
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as name]
[@family bgp sessions name "    "/]
[/#list]
