[#-- Without EVPN every VNI has its list of other ends, and learns addresses from what comes in. --]
[#assign learns = (node.vxlan.flooding!"static") == "static"]
nv set nve vxlan enable on
[#if node.vxlan._shared_vtep?? && node.loopback??]
nv set nve vxlan source address ${address(node.loopback.ipv4)}
nv set nve vxlan mlag shared-address ${node.vxlan._shared_vtep}
[#else]
nv set nve vxlan source address ${node.vxlan.vtep}
[/#if]
nv set nve vxlan mac-learning ${learns?string("on", "off")}
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
  [#assign path = "bridge domain br_default vlan " + vlan.id?c + " vni " + vlan.vni?c]
nv set ${path}
  [#if learns]
nv set ${path} mac-learning on
nv set ${path} flooding enable on
    [#list vlan.vtep_list!node.vxlan.vtep_list![] as vtep]
nv set ${path} flooding head-end-replication ${vtep}
    [/#list]
  [/#if]
[/#list]
