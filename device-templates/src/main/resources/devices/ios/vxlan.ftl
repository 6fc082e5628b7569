[#-- VLANs and VNIs belong together in a bridge domain, or in the configuration of a VLAN on a switch. --]
[#assign evpn = (node.vxlan.flooding!"static") == "evpn"]
[#if !evpn]
  [#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
    [#assign vlan = node.vlans[name]]
bridge-domain ${vlan.id}
 member vni ${vlan.vni?c}
!
  [/#list]
[/#if]
interface nve1
 no ip address
 source-interface ${node.vxlan.vtep_interface!node.loopback.ifname}
[#if evpn]
 host-reachability protocol bgp
[/#if]
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
  [#if evpn]
 member vni ${vlan.vni?c} ingress-replication
  [#else]
 member vni ${vlan.vni?c}
    [#list vlan.vtep_list![] as vtep]
  ingress-replication ${vtep}
    [/#list]
  [/#if]
[/#list]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
 member vni ${vrf.evpn.transit_vni?c} vrf ${name}
  [/#if]
[/#list]
 no shutdown
!
