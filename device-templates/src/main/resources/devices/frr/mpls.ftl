[#-- LDP, and VPN routes over sessions that BGP has already. --]
[#include "bgp-speaker.ftl"]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
mpls ldp
 router-id ${ldp.router_id}
 address-family ipv4
  discovery transport-address ${ldp.router_id}
  [#if ldp.explicit_null!false]
  label local advertise explicit-null
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !(i.ldp.passive!false)) as i]
  interface ${i.ifname}
  exit
  [/#list]
 exit-address-family
exit
!
  [#if ldp.igp_sync!false]
    [#list processes("ospf")?filter(p -> p.vrf == "" && (p.of.af.ipv4!false)) as p]
router ospf
 mpls ldp-sync
exit
!
    [/#list]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 mpls ldp-sync
exit
!
    [/#list]
  [/#if]
[/#if]
[#assign families = {"vpnv4": "ipv4", "vpnv6": "ipv6"}]
[#if ((node.bgp.neighbors)![])?filter(n -> n.vpnv4?? || n.vpnv6??)?has_content]
router bgp ${node.bgp.as}
  [#list families as kind, family]
    [#assign peers = node.bgp.neighbors?filter(n -> n[kind]??)]
    [#if peers?has_content]
 !
 address-family ${family} vpn
      [#list peers as n]
  neighbor ${n[kind]} activate
  neighbor ${n[kind]} send-community both
        [#if n.rr_client!false]
  neighbor ${n[kind]} route-reflector-client
        [/#if]
        [#if (n.next_hop_self!"") == "all"]
  neighbor ${n[kind]} next-hop-self force
        [/#if]
      [/#list]
 exit-address-family
    [/#if]
  [/#list]
exit
!
[/#if]
