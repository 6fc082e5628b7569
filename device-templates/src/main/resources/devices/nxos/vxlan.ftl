[#include "transit.ftl"]
[#assign vnis = (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??)]
[#assign bgp = node.vxlan.flooding == "evpn"]
[#list vnis as name]
vlan ${node.vlans[name].id?c}
  vn-segment ${node.vlans[name].vni?c}
[/#list]
[#list transit as name, id]
  [#assign vrf = node.vrfs[name]]
vlan ${id?c}
  name ${name}-transit
  vn-segment ${vrf.evpn.transit_vni?c}
interface vlan${id?c}
  vrf member ${name}
  ip forward
  [#if (vrf.af.ipv6)!false]
  ipv6 address use-link-local-only
  [/#if]
  no shutdown
[/#list]
interface nve1
  source-interface ${node.vxlan.vtep_interface}
[#if bgp]
  host-reachability protocol bgp
[/#if]
[#list vnis as name]
  [#assign vlan = node.vlans[name]]
  member vni ${vlan.vni?c}
  [#if bgp]
    ingress-replication protocol bgp
  [#else]
    ingress-replication protocol static
    [#list vlan.vtep_list![] as vtep]
      peer-ip ${vtep}
    [/#list]
  [/#if]
[/#list]
[#list transit as name, id]
  member vni ${node.vrfs[name].evpn.transit_vni?c} associate-vrf
[/#list]
  no shutdown
