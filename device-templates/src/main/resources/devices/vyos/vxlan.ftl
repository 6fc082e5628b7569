[#-- A VNI is a port of the bridge, in its VLAN. The MTU is that of hosts: what is too long outside is fragmented. --]
[#include "paths.ftl"]
[#assign learns = (node.vxlan.flooding!"static") == "static"]
[#macro vni id others]
  [#local path = "set interfaces vxlan vxlan" + id?c]
${path} vni '${id?c}'
${path} source-address '${address(node.vxlan.vtep)}'
${path} port '4789'
${path} mtu '1500'
  [#list others as other]
${path} remote '${address(other)}'
  [/#list]
  [#if !learns]
${path} parameters nolearning
  [/#if]
[/#macro]
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
  [@vni id=vlan.vni others=learns?then(vlan.vtep_list![], [])/]
  [#if !learns]
set interfaces vxlan vxlan${vlan.vni?c} parameters neighbor-suppress
  [/#if]
set interfaces bridge br0 member interface vxlan${vlan.vni?c} native-vlan '${vlan.id?c}'
[/#list]
[#-- The VNI of a VRF has a bridge, in the VRF, whose MAC address other routers send to. --]
[#list (node.vrfs!{}) as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
    [#assign id = vrf.evpn.transit_vni]
    [@vni id=id others=[]/]
set interfaces bridge br${id?c} member interface vxlan${id?c}
set interfaces bridge br${id?c} vrf '${name}'
  [/#if]
[/#list]
