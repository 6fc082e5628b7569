[#include "bgp-speaker.ftl"]
[#assign instances = (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??)]
[#if instances?has_content]
evpn
  [#list instances as name]
    [#assign vlan = node.vlans[name]]
    vlan ${vlan.id?c}
    [#if vlan.evpn.rd??]
        rd ${vlan.evpn.rd}
    [/#if]
    [#list {"export": vlan.evpn.export![], "import": vlan.evpn.import![]} as direction, targets]
      [#list targets as target]
        route-target ${direction} ${target}
      [/#list]
    [/#list]
  [/#list]
[/#if]
router bgp ${node.bgp.as?c}
    address-family l2vpn evpn
[#list (node.bgp.neighbors![])?filter(n -> n.evpn?? && is_address(n[n.evpn]!)) as n]
        neighbor ${n[n.evpn]} activate
  [#if n.rr_client!false]
        neighbor ${n[n.evpn]} route-reflector-client
  [/#if]
  [#if n.type != "ibgp"]
        [#-- the next hop is the VTEP, not the switch that passes the route on --]
        neighbor ${n[n.evpn]} next-hop-unchanged
  [/#if]
[@communities {"peer": n[n.evpn], "n": n} "        "/]
[/#list]
    exit-address-family
