[#-- `pvrst` is one tree for each VLAN, which is what Cisco switches do by rapid-pvst; classic STP is one for each VLAN, too. --]
[#assign stp = node.stp]
[#assign modes = {"stp": "pvst", "rstp": "rapid-pvst", "pvrst": "rapid-pvst", "mstp": "mst"}]
[#assign ids = (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route")?map(v -> v.id)?sort]
[#assign ports = {"edge": "edge", "network": "network", "normal": "disable", "auto": "disable"}]
[#if stp.enable!true]
spanning-tree mode ${modes[stp.protocol!"stp"]}
  [#if stp.priority??]
    [#if (stp.protocol!"stp") == "mstp"]
spanning-tree mst 0 priority ${stp.priority}
    [#elseif ids?has_content]
spanning-tree vlan 1,${ids?join(",")} priority ${stp.priority}
    [/#if]
  [/#if]
  [#list node.vlans!{} as name, vlan]
    [#if (vlan.stp.priority)??]
spanning-tree vlan ${vlan.id} priority ${vlan.stp.priority}
    [/#if]
    [#if !((vlan.stp.enable)!true)]
no spanning-tree vlan ${vlan.id}
    [/#if]
  [/#list]
!
  [#list (node.interfaces![])?filter(i -> i.stp?? && i.type != "svi") as i]
interface ${i.ifname}
    [#if !(i.stp.enable!true)]
 spanning-tree bpdufilter enable
    [/#if]
    [#if i.stp.port_priority??]
      [#-- in steps of 16 --]
 spanning-tree port-priority ${i.stp.port_priority * 16}
    [/#if]
    [#if i.stp.port_type?? && i.stp.port_type != "none"]
      [#if device.portfast_words!true]
 spanning-tree portfast ${ports[i.stp.port_type]}[#if i.stp.port_type == "edge" && (i.vlan.trunk_id)??] trunk[/#if]
      [#elseif i.stp.port_type == "edge"]
 spanning-tree portfast
      [/#if]
    [/#if]
!
  [/#list]
[#else]
no spanning-tree vlan 1-4094
!
[/#if]
