[#-- LDP, and VPN routes over sessions that BGP has already. --]
[#include "bgp-speaker.ftl"]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
set protocols mpls ldp router-id '${ldp.router_id}'
set protocols mpls ldp discovery transport-ipv4-address '${ldp.router_id}'
  [#if ldp.explicit_null!false]
set protocols mpls ldp export ipv4 explicit-null
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash) as i]
set protocols mpls interface '${i.ifname}'
    [#if !(i.ldp.passive!false)]
set protocols mpls ldp interface '${i.ifname}'
    [/#if]
  [/#list]
  [#if ldp.igp_sync!false]
    [#list processes("ospf")?filter(p -> p.vrf == "" && (p.of.af.ipv4!false)) as p]
set protocols ospf ldp-sync
    [/#list]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
set protocols isis ldp-sync
    [/#list]
  [/#if]
[/#if]
[#list ((node.bgp.neighbors)![])?filter(n -> n.vpnv4??) as n]
  [#assign peer = "set protocols bgp neighbor " + n.vpnv4 + " address-family ipv4-vpn"]
${peer}
  [#if n.rr_client!false]
${peer} route-reflector-client
  [/#if]
  [#if (n.next_hop_self!"") == "all"]
${peer} nexthop-self force
  [/#if]
[/#list]
