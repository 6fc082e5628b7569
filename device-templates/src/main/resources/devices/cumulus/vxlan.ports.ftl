[#-- Each VNI is a port of the bridge. Without EVPN it learns addresses, and floods to the other ends one by one. --]
[#include "ports.ftl"]
[#assign learns = (node.vxlan.flooding!"static") == "static"]
[#macro vni id vlan others]
auto vni${id?c}
iface vni${id?c}
    vxlan-id ${id?c}
  [#if learns && others?has_content]
    vxlan-remoteip ${others?join(" ")}
  [/#if]
    bridge-access ${vlan?c}
    bridge-learning ${learns?string("on", "off")}
  [#if !learns && !transit?values?seq_contains(vlan)]
    bridge-arp-nd-suppress on
  [/#if]
    mstpctl-portbpdufilter yes
    mstpctl-bpduguard yes
[/#macro]
[#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign vlan = node.vlans[name]]
  [@vni id=vlan.vni vlan=vlan.id others=vlan.vtep_list!node.vxlan.vtep_list![]/]
[/#list]
[#list transit as name, id]
  [@vni id=node.vrfs[name].evpn.transit_vni vlan=id others=[]/]
auto vlan${id?c}
iface vlan${id?c}
    vlan-id ${id?c}
    vlan-raw-device bridge
    vrf ${name}
[/#list]
