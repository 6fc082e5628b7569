[#-- One VLAN-aware bridge for all VLANs, those of VNIs too. --]
[#include "ports.ftl"]
[#assign ids = (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route")?map(v -> v.id) + transit?values]
[#assign ports = (node.interfaces![])?filter(i -> switched(i))?map(i -> i.ifname)]
[#list ((node.vxlan.vlans)![])?filter(v -> (node.vlans[v].vni)??) as name]
  [#assign ports += ["vni" + node.vlans[name].vni?c]]
[/#list]
[#list transit as name, id]
  [#assign ports += ["vni" + node.vrfs[name].evpn.transit_vni?c]]
[/#list]
[#if ids?has_content]
auto bridge
iface bridge
  [#if ports?has_content]
    bridge-ports ${ports?join(" ")}
  [#else]
    bridge-ports none
  [/#if]
    bridge-vids ${ids?sort?map(id -> id?c)?join(" ")}
    bridge-vlan-aware yes
  [#if node.stp??]
    bridge-stp ${(node.stp.enable!true)?string("on", "off")}
    [#if (node.stp.enable!true) && node.stp.priority??]
    mstpctl-treeprio ${node.stp.priority?c}
    [/#if]
    [#if (node.stp.enable!true) && (node.stp.protocol!"stp") == "stp"]
    mstpctl-forcevers stp
    [/#if]
  [/#if]
[/#if]
