[#-- The VLANs; their ports and addresses are those of interfaces. --]
[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && vlan.mode != "route"]
vlan ${vlan.id?c}
  name ${name}
  [/#if]
[/#list]
[#-- A trunk sends VLAN 1 with a tag only when another VLAN, without ports, is the native one. --]
[#if (node.interfaces![])?filter(i -> ((i.vlan.native)!"") == "fake")?has_content]
vlan 3967
  name fake
[/#if]
