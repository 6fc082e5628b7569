[#-- LDP, and VPN routes over sessions that BGP has already. Labels come from blocks of their own. --]
[#include "vpn.ftl"]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
  [#assign at = srl_instance("") + " protocols ldp"]
set / system mpls label-ranges dynamic ldp start-label 30000
set / system mpls label-ranges dynamic ldp end-label 39999
${at} admin-state enable
${at} dynamic-label-block ldp
  [#if ldp.explicit_null!false]
${at} null-label explicit
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !(i.ldp.passive!false)) as i]
${at} discovery interfaces interface ${srl_port(i)} ipv4 admin-state enable
  [/#list]
  [#if ldp.igp_sync!false]
    [#list srl_processes("ospf")?filter(p -> p.vrf == "" && (p.of.af.ipv4!false)) as p]
${srl_instance("")} protocols ospf instance ospf-v2 ldp-synchronization admin-state enable
    [/#list]
    [#list srl_processes("isis")?filter(p -> p.vrf == "") as p]
${srl_instance("")} protocols isis instance ${p.of.instance} ldp-synchronization admin-state enable
    [/#list]
  [/#if]
[/#if]
[#assign families = {"vpnv4": "ipv4", "vpnv6": "ipv6"}]
[#assign bgp = srl_instance("") + " protocols bgp"]
[#list families as kind, family]
  [#assign peers = ((node.bgp.neighbors)![])?filter(n -> n[kind]??)]
  [#if peers?has_content]
    [#assign name = "l3vpn-" + family + "-unicast"]
${bgp} afi-safi ${name} admin-state enable
    [#if node.bgp.rr!false]
${bgp} afi-safi ${name} ${name} keep-all-routes true
    [/#if]
    [#list peers as n]
${bgp} neighbor ${n[kind]} afi-safi ${name} admin-state enable
${bgp} neighbor ${n[kind]} afi-safi ${name} send-community-type [ standard extended large ]
    [/#list]
  [/#if]
[/#list]
[#assign vpn = (node.mpls.vpn)!{}]
[#if vpn?is_hash && vpn?has_content && (node.vrfs!{})?has_content]
set / system mpls label-ranges dynamic services start-label 40000
set / system mpls label-ranges dynamic services end-label 49999
set / system mpls services network-instance dynamic-label-block services
  [#list node.vrfs as name, vrf]
    [#assign at = "set / network-instance " + name + " protocols bgp-ipvpn bgp-instance 1"]
${at} admin-state enable
${at} ecmp 8
${at} mpls next-hop-resolution allowed-tunnel-types [ ldp sr-isis ]
    [@srl_targets instance="set / network-instance " + name name=name vpn=vrf/]
  [/#list]
[/#if]
