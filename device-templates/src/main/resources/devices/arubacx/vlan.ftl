[#-- The VLANs; their ports and addresses are those of interfaces. --]
[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && vlan.mode != "route"]
vlan ${vlan.id?c}
    name ${name}
  [/#if]
[/#list]
