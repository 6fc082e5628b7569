mpls ip
!
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
  [#-- LDP would run on all interfaces that have an IPv4 address --]
mpls ldp
   router-id ${ldp.router_id}
  [#if node.loopback??]
   transport-address interface ${node.loopback.ifname}
  [/#if]
   interface disabled default
  [#if ldp.explicit_null!false]
   label local-termination explicit-null
  [/#if]
   no shutdown
!
  [#if node.loopback??]
interface ${node.loopback.ifname}
   mpls ldp interface
!
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !(i.ldp.passive!false)) as i]
interface ${i.ifname}
   mpls ldp interface
    [#-- the last router gets an IPv6 packet of 6PE without label --]
    [#if (node.mpls["6pe"])?? && !i.ipv6??]
   ipv6 enable
    [/#if]
!
  [/#list]
  [#if ldp.igp_sync!false]
    [#if (node.ospf.af.ipv4)!false]
router ospf ${node.ospf.process!1}
   mpls ldp sync default
!
    [/#if]
    [#if node.isis??]
router isis ${node.isis.instance}
   mpls ldp sync default
!
    [/#if]
  [/#if]
[/#if]
[#-- A prefix goes out with a label only when it is in the labeled family, too. --]
[#assign peers = (node.bgp.neighbors)![]]
[#assign lu = (node.mpls.bgp)!{}]
[#function labeled family]
  [#return peers?filter(n -> (n[family + "_label"]!false) && is_address(n[family]!))]
[/#function]
[#assign vpn = {"vpnv4": "vpn-ipv4", "vpnv6": "vpn-ipv6"}]
[#assign six = peers?filter(n -> (n["6pe"]!false) && is_address(n.ipv4!))]
[#if labeled("ipv4")?has_content || labeled("ipv6")?has_content || six?has_content || peers?filter(n -> n.vpnv4?? || n.vpnv6??)?has_content]
router bgp ${node.bgp.as}
  [#list ["ipv4", "ipv6"]?filter(f -> labeled(f)?has_content) as f]
    [#if lu.disable_unlabeled!false]
   !
   address-family ${f}
      [#list labeled(f) as n]
      no neighbor ${n[f]} activate
      [/#list]
    [/#if]
   !
   address-family ${f} labeled-unicast
      label local-termination ${(lu.explicit_null!false)?string("explicit-null", "implicit-null")}
    [#list labeled(f) as n]
      neighbor ${n[f]} activate
    [/#list]
    [#list (node.bgp.advertise![])?filter(p -> p[f]??) as p]
      network ${p[f]}
    [/#list]
  [/#list]
  [#if six?has_content]
   !
   address-family ipv6
    [#list six as n]
      neighbor ${n.ipv4} activate 6pe
    [/#list]
  [/#if]
  [#list vpn as kind, family]
    [#if peers?filter(n -> n[kind]??)?has_content]
   !
   address-family ${family}
      [#-- a reflector without VRFs is the next hop of no route --]
      neighbor default encapsulation mpls[#if node.vrfs?has_content] next-hop-self source-interface ${node.loopback.ifname}[/#if]
      [#list peers?filter(n -> n[kind]??) as n]
      neighbor ${address(n[kind])} activate
      [/#list]
    [/#if]
  [/#list]
!
[/#if]
