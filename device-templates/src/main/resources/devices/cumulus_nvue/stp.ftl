[#-- RSTP answers switches that speak STP only. --]
[#include "common.ftl"]
[#assign stp = node.stp]
[#assign bridge = "bridge domain br_default stp"]
[#assign each = (stp.protocol!"stp") == "pvrst"]
nv set ${bridge} state ${(stp.enable!true)?string("up", "down")}
[#if stp.enable!true]
  [#if each]
nv set ${bridge} mode pvrst
    [#list node.vlans!{} as name, vlan]
      [#if vlan.id?? && vlan.mode != "route" && ((vlan.stp.priority)!stp.priority)??]
nv set ${bridge} vlan ${vlan.id?c} bridge-priority ${((vlan.stp.priority)!stp.priority)?c}
      [/#if]
    [/#list]
  [#elseif stp.priority??]
nv set ${bridge} priority ${stp.priority?c}
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.stp!false)?is_hash && switched(i)) as i]
    [#assign path = "interface " + i.ifname + " " + bridge]
    [#if !(i.stp.enable!true)]
      [#-- there is no switch for one port: it neither sends nor heeds BPDUs --]
nv set ${path} bpdu-filter on
    [/#if]
    [#if i.stp.port_priority?? && each]
      [#list (untagged(i) != 0)?then([untagged(i)], []) + tagged(i) as id]
nv set ${path} vlan ${id?c} priority ${(i.stp.port_priority * 16)?c}
      [/#list]
    [/#if]
    [#switch i.stp.port_type!""]
      [#case "edge"]
nv set ${path} admin-edge on
        [#break]
      [#case "network"]
nv set ${path} network on
        [#break]
      [#case "auto"]
nv set ${path} auto-edge on
        [#break]
      [#case "normal"]
nv set ${path} auto-edge off
        [#break]
    [/#switch]
  [/#list]
  [#-- what a VLAN of a trunk says for itself --]
  [#list (node.interfaces![])?filter(i -> in_bridge(i) && (i.stp!false)?is_hash) as i]
    [#if i.stp.port_priority?? && each]
nv set interface ${i.parent_ifname} ${bridge} vlan ${i.vlan.access_id?c} priority ${(i.stp.port_priority * 16)?c}
    [/#if]
  [/#list]
[/#if]
