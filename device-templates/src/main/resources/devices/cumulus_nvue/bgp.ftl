[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign path = "vrf default router bgp"]
nv set router bgp enable on
nv set router bgp autonomous-system ${bgp.as?c}
nv set router bgp router-id ${bgp.router_id}
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
nv set ${path} route-reflection enable on
nv set ${path} route-reflection cluster-id ${bgp.rr_cluster_id}
[/#if]
[@instance path bgp bgp.router_id/]
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as name]
  [@routes path bgp name/]
[/#list]
[#if !(bgp.ipv4!false)]
nv set ${path} address-family ipv4-unicast enable off
[/#if]
