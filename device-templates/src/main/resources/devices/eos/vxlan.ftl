[#-- Without EVPN every VNI has its list of other ends. --]
[#assign vnis = (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??)]
interface Vxlan1
   vxlan source-interface ${node.vxlan.vtep_interface}
   vxlan udp-port 4789
[#if (node.vxlan.transport!"ipv4") == "ipv6"]
   vxlan encapsulation ipv6
[/#if]
[#-- Both switches of an MLAG pair are one VTEP and route with one MAC address; what hangs on one of them only may
     be reached by an address of its own (Multi-VTEP MLAG). --]
[#list (node.interfaces![])?filter(i -> i.type == "loopback" && (i.vxlan.vtep!false) && node.vxlan._shared_vtep??) as i]
  [#if i.ifname != node.vxlan.vtep_interface]
   vxlan mlag source-interface ${i.ifname}
  [/#if]
   vxlan virtual-router encapsulation mac-address mlag-system-id
[/#list]
[#list vnis as name]
   vxlan vlan ${node.vlans[name].id?c} vni ${node.vlans[name].vni?c}
[/#list]
[#list (node.vrfs!{})?keys?filter(v -> (node.vrfs[v].evpn.transit_vni)??) as name]
   vxlan vrf ${name} vni ${node.vrfs[name].evpn.transit_vni?c}
[/#list]
[#if node.vxlan.flooding != "evpn"]
  [#list vnis?filter(v -> (node.vlans[v].vtep_list![])?has_content) as name]
   vxlan vlan ${node.vlans[name].id?c} flood vtep ${node.vlans[name].vtep_list?join(" ")}
  [/#list]
[/#if]
!
