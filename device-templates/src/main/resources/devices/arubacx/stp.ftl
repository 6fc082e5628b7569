[#-- MSTP answers neighbors that speak STP or RSTP. Priorities of the command are steps of 4096. --]
[#assign stp = node.stp]
[#if stp.enable!true]
  [#assign vlans = stp.protocol == "pvrst"]
spanning-tree mode ${vlans?string("rpvst", "mstp")}
spanning-tree
  [#if vlans]
    [#list node.vlans!{} as name, vlan]
      [#if vlan.id?? && vlan.mode != "route"]
        [#if (vlan.stp.enable)!true]
spanning-tree vlan ${vlan.id?c}
          [#assign priority = (vlan.stp.priority)!stp.priority!""]
          [#if priority?has_content]
spanning-tree vlan ${vlan.id?c} priority ${(priority / 4096)?c}
          [/#if]
        [#else]
no spanning-tree vlan ${vlan.id?c}
        [/#if]
      [/#if]
    [/#list]
  [#elseif stp.priority??]
spanning-tree priority ${(stp.priority / 4096)?c}
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.stp!false)?is_hash && !(i.virtual_interface!false)) as i]
interface ${i.ifname}
    [#if i.stp.port_priority??]
    spanning-tree port-priority ${i.stp.port_priority?c}
    [/#if]
    [#if !(i.stp.enable!true)]
    [#-- there is no switch for one port: it neither sends nor heeds BPDUs --]
    spanning-tree bpdu-filter
    [/#if]
  [/#list]
[#else]
no spanning-tree
[/#if]
