[#-- Without EVPN every VNI has its list of other ends. --]
nve
 source-interface ${node.vxlan.vtep_interface}
 exit
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
virtual-network ${vlan.id?c}
 vxlan-vni ${vlan.vni?c}
  [#if node.vxlan.flooding != "evpn"]
    [#list vlan.vtep_list![] as vtep]
  remote-vtep ${vtep}
    [/#list]
  [/#if]
  exit
 exit
[/#list]
