[#-- A VNI is a port of its VLAN's bridge. Without EVPN the kernel learns where addresses are, and floods
     to one other VTEP; copies for several are entries of `bridge fdb`, which `ip` cannot make. --]
[#assign learns = (node.vxlan.flooding!"static") == "static"]
[#macro vni name id others=[]]
  [#if learns && (others?size > 1)]
    [#stop "VXLAN without EVPN floods to one other VTEP only, and VNI " + id?c + " has " + others?size + " on other nodes; use module evpn"]
  [/#if]
link add name ${name} type vxlan id ${id?c} local ${node.vxlan.vtep}[#if learns && others?has_content] remote ${others[0]}[/#if] dstport 4789[#if !learns] nolearning[/#if] ttl 64
link set dev ${name} addrgenmode none
[/#macro]
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
  [@vni "vni" + vlan.vni?c vlan.vni vlan.vtep_list!node.vxlan.vtep_list![]/]
  [#list (node.interfaces![])?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == name) as svi]
link set dev vni${vlan.vni?c} master ${svi.ifname}
    [#if !learns]
link set dev vni${vlan.vni?c} type bridge_slave learning off neigh_suppress on
    [/#if]
  [/#list]
link set dev vni${vlan.vni?c} up
[/#list]
[#-- The VNI of a VRF has a bridge, in the VRF, whose MAC address other routers send to. --]
[#list (node.vrfs!{}) as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
    [#assign id = vrf.evpn.transit_vni]
link add name l3-${id?c} type bridge stp_state 0 forward_delay 0
link set dev l3-${id?c} addrgenmode none
link set dev l3-${id?c} master ${name}
    [@vni "vni" + id?c id/]
link set dev vni${id?c} master l3-${id?c}
link set dev vni${id?c} type bridge_slave learning off
link set dev vni${id?c} up
link set dev l3-${id?c} up
  [/#if]
[/#list]
