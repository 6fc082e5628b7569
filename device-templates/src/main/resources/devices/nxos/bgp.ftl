[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
router bgp ${bgp.as?c}
  router-id ${bgp.router_id}
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
  cluster-id ${bgp.rr_cluster_id}
[/#if]
  log-neighbor-changes
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as family]
  address-family ${family} unicast
[@prefixes bgp family "    "/]
[/#list]
[@neighbors bgp.neighbors![] "  "/]
