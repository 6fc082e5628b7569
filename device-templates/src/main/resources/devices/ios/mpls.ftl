[#include "bgp-speaker.ftl"]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
mpls label protocol ldp
  [#if node.loopback??]
mpls ldp router-id ${node.loopback.ifname} force
  [/#if]
  [#if ldp.explicit_null!false]
mpls ldp explicit-null
  [/#if]
!
  [#list (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !(i.ldp.passive!false)) as i]
interface ${i.ifname}
 mpls ip
!
  [/#list]
  [#if ldp.igp_sync!false]
    [#list processes("ospf")?filter(p -> p.vrf == "" && ((p.of.af.ipv4)!false)) as p]
router ospf ${p.id}
 mpls ldp sync
!
    [/#list]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 mpls ldp sync
!
    [/#list]
  [/#if]
[/#if]
[#if ((node.bgp.neighbors)![])?filter(n -> n.vpnv4?? || n.vpnv6??)?has_content]
router bgp ${node.bgp.as}
  [#list ["vpnv4", "vpnv6"] as kind]
    [#assign peers = node.bgp.neighbors?filter(n -> n[kind]??)]
    [#if peers?has_content]
 !
 address-family ${kind}
      [#list peers as n]
        [#assign peer = address(n[kind])]
  neighbor ${peer} activate
  neighbor ${peer} send-community both
        [#if n.rr_client!false]
  neighbor ${peer} route-reflector-client
        [/#if]
        [#if (n.next_hop_self!"") == "all"]
  neighbor ${peer} next-hop-self all
        [/#if]
      [/#list]
 exit-address-family
    [/#if]
  [/#list]
!
[/#if]
