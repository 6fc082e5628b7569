[#-- A VNI is a subinterface of vxlan0: of type bridged for a VLAN, of type routed for a VRF. The source is
     the address of system0.0. --]
[#include "names.ftl"]
[#macro vni index type vni]
set / tunnel-interface vxlan0 vxlan-interface ${index} type ${type}
set / tunnel-interface vxlan0 vxlan-interface ${index} ingress vni ${vni?c}
[/#macro]
[#list node.vxlan.vlans![] as name]
  [#assign vlan = node.vlans[name]]
  [#if vlan.vni??]
    [@vni index=vlan.id?c type="bridged" vni=vlan.vni/]
set / network-instance vlan-${name} vxlan-interface vxlan0.${vlan.id?c}
  [/#if]
[/#list]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
    [@vni index=(10000 + vrf.id)?c type="routed" vni=vrf.evpn.transit_vni/]
set / network-instance ${name} vxlan-interface vxlan0.${(10000 + vrf.id)?c}
  [/#if]
[/#list]
