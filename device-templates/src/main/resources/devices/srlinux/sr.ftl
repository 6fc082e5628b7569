[#-- Segment routing over MPLS: each router has a label in the block of all, at its index (Segment Routing
     Guide, SR-MPLS on the default network instance). --]
[#include "names.ftl"]
set / system mpls label-ranges static srgb shared true
set / system mpls label-ranges static srgb start-label ${node.sr.srgb.start?c}
set / system mpls label-ranges static srgb end-label ${node.sr.srgb._end?c}
set / system mpls label-ranges dynamic adjacencies start-label ${node.sr.srgb.dyn_start?c}
set / system mpls label-ranges dynamic adjacencies end-label ${node.sr.srgb._dyn_end?c}
set / network-instance default segment-routing mpls global-block label-range srgb
[#list ["ipv4", "ipv6"] as family]
  [#if (node.sr.node_sid[family])?? && is_address((node.loopback[family])!)]
    [#assign sid = "set / network-instance default segment-routing mpls local-prefix-sid 1"]
${sid} interface ${srl_port(node.loopback, family)}
${sid} ${family}-label-index ${node.sr.node_sid[family]?c}
  [/#if]
[/#list]
[#list srl_processes("isis")?filter(p -> p.vrf == "") as p]
set / network-instance default protocols isis dynamic-label-block adjacencies
set / network-instance default protocols isis instance ${p.of.instance} segment-routing mpls dynamic-adjacency-sids all-interfaces true
set / network-instance default protocols isis instance ${p.of.instance} advertise-router-capability true
[/#list]
