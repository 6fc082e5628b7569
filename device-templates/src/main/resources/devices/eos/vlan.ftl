[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && vlan.mode != "route"]
vlan ${vlan.id}
   name ${name}
!
  [/#if]
[/#list]
[#list node.interfaces![] as i]
  [#if (!(i.virtual_interface!false) || i.type == "lag") && i.vlan??]
    [#if i.vlan.trunk_id??]
interface ${i.ifname}
   switchport mode trunk
   switchport trunk allowed vlan ${i.vlan.trunk_id?sort?join(",")}
      [#if i.vlan.native??]
   switchport trunk native vlan ${i.vlan.access_id}
      [#elseif i.vlan.trunk_id?seq_contains(1)]
      [#-- VLAN 1 would have no tag --]
   switchport trunk native vlan tag
      [/#if]
!
    [#elseif i.vlan.access??]
interface ${i.ifname}
   switchport mode access
   switchport access vlan ${i.vlan.access_id}
!
    [/#if]
  [/#if]
[/#list]
