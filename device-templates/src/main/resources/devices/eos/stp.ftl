[#-- RSTP answers neighbors that speak classic STP; MSTP has all VLANs in its instance 0. --]
[#assign stp = node.stp]
[#assign modes = {"stp": "rstp", "rstp": "rstp", "mstp": "mstp", "pvrst": "rapid-pvst"}]
[#assign mode = (stp.enable!true)?then(modes[stp.protocol!"stp"], "none")]
spanning-tree mode ${mode}
[#if mode == "rapid-pvst"]
  [#list (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route") as vlan]
    [#if !((vlan.stp.enable)!true)]
no spanning-tree vlan-id ${vlan.id?c}
    [#elseif ((vlan.stp.priority)!stp.priority)??]
spanning-tree vlan-id ${vlan.id?c} priority ${((vlan.stp.priority)!stp.priority)?c}
    [/#if]
  [/#list]
[#elseif mode != "none"]
  [#if stp.priority??]
spanning-tree ${(mode == "mstp")?string("mst 0 ", "")}priority ${stp.priority?c}
  [/#if]
  [#list (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route" && !((v.stp.enable)!true)) as vlan]
no spanning-tree vlan-id ${vlan.id?c}
  [/#list]
[/#if]
!
[#-- priorities of ports are in steps of 16 --]
[#macro port_priority tree value]
   spanning-tree ${tree}port-priority ${(value * 16)?c}
[/#macro]
[#if mode != "none"]
  [#list (node.interfaces![])?filter(i -> (i._has_stp_config!false) && i.type != "svi") as i]
    [#assign port = i.stp!{}]
interface ${i.ifname}
    [#if !(port.enable!true)]
   spanning-tree bpdufilter enable
    [/#if]
    [#if port.port_type?? && port.port_type != "none"]
   spanning-tree portfast ${port.port_type}
    [/#if]
    [#if mode != "rapid-pvst"]
      [#if port.port_priority??]
        [@port_priority tree="" value=port.port_priority/]
      [/#if]
    [#elseif (i.vlan.trunk)??]
      [#list i.vlan.trunk as name, in_vlan]
        [#if ((in_vlan.stp.port_priority)!port.port_priority)?? && (node.vlans[name].id)??]
          [@port_priority tree="vlan-id " + node.vlans[name].id?c + " " value=(in_vlan.stp.port_priority)!port.port_priority/]
        [/#if]
      [/#list]
    [#elseif port.port_priority?? && (i.vlan.access_id)??]
      [@port_priority tree="vlan-id " + i.vlan.access_id?c + " " value=port.port_priority/]
    [/#if]
!
  [/#list]
[/#if]
