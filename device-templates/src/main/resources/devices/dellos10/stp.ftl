[#-- RSTP answers neighbors that speak STP; MSTP has all VLANs in its instance 0. --]
[#assign stp = node.stp]
[#assign modes = {"stp": "rstp", "rstp": "rstp", "mstp": "mst", "pvrst": "rapid-pvst"}]
[#assign mode = modes[stp.protocol!"stp"]]
[#assign instance = {"rstp": "rstp", "mst": "mst 0"}[mode]!""]
[#if stp.enable!true]
spanning-tree mode ${mode}
no spanning-tree disable
  [#if instance != "" && stp.priority??]
spanning-tree ${instance} priority ${stp.priority?c}
  [#elseif instance == ""]
    [#list (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route") as vlan]
      [#if ((vlan.stp.priority)!stp.priority)??]
spanning-tree vlan ${vlan.id?c} priority ${((vlan.stp.priority)!stp.priority)?c}
      [/#if]
      [#if !((vlan.stp.enable)!true)]
spanning-tree vlan ${vlan.id?c} disable
      [/#if]
    [/#list]
  [/#if]
  [#list (node.interfaces![])?filter(i -> (i.stp!false)?is_hash && i.type != "svi") as i]
interface ${i.ifname}
    [#if !(i.stp.enable!true)]
 spanning-tree disable
    [/#if]
    [#if i.stp.port_priority??]
      [#-- in steps of 16 --]
      [#assign value = (i.stp.port_priority * 16)?c]
      [#if instance != ""]
 spanning-tree ${(mode == "mst")?string("msti 0", "rstp")} priority ${value}
      [#else]
        [#list (i.vlan.trunk_id)![(i.vlan.access_id)!1] as id]
 spanning-tree vlan ${id?c} priority ${value}
        [/#list]
      [/#if]
    [/#if]
    [#if (i.stp.port_type!"") == "edge"]
 spanning-tree port type edge
    [#elseif i.stp.port_type??]
 no spanning-tree port type edge
    [/#if]
 exit
  [/#list]
[#else]
spanning-tree disable
[/#if]
