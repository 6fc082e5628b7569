[#-- Every block of these templates leaves its mode: some commands are known there and outside, and mean another thing. --]
[#-- A VLAN is made by its interface. One with a VNI is part of a virtual network, which has its addresses. --]
[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && vlan.mode != "route"]
    [#assign carried = vlan.vni?? && (node.vxlan.vlans![])?seq_contains(name)]
    [#if carried]
virtual-network ${vlan.id?c}
 exit
    [/#if]
interface vlan${vlan.id?c}
 description "${name}"
 no shutdown
    [#if carried]
 virtual-network ${vlan.id?c}
    [/#if]
 exit
  [/#if]
[/#list]
