[#-- Without EVPN every VNI has its list of other ends. The port is the one of RFC 7348; RouterOS has another by itself. --]
[#assign v6 = (node.vxlan.transport!"ipv4") == "ipv6"]
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
/interface/vxlan/add name=vxlan${vlan.vni?c} vni=${vlan.vni?c} port=4789 local-address=${node.vxlan.vtep}[#if v6] vteps-ip-version=ipv6[/#if]
  [#list vlan.vtep_list![] as vtep]
/interface/vxlan/vteps/add interface=vxlan${vlan.vni?c} remote-ip=${vtep} port=4789
  [/#list]
/interface/bridge/port/add bridge=switch interface=vxlan${vlan.vni?c} pvid=${vlan.id?c} frame-types=admit-only-untagged-and-priority-tagged
[/#list]
