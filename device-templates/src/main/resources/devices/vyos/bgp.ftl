[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign path = "set protocols bgp"]
[@instance path bgp bgp.router_id/]
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
${path} parameters cluster-id '${bgp.rr_cluster_id}'
[/#if]
[#if bgp.confederation??]
${path} parameters confederation identifier '${bgp.confederation.as?c}'
  [#list bgp.confederation.peers![] as peer]
${path} parameters confederation peers '${peer?c}'
  [/#list]
[/#if]
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as name]
  [@routes path bgp name/]
[/#list]
