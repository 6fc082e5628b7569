[#-- A VLAN of the node is a Linux bridge with the name of the SVI. Its ports are access and native
     interfaces and the subinterfaces of trunks, so no kernel needs VLAN filtering. A frame with a tag
     goes to the subinterface before the bridge of its parent sees it: a native port can be both. --]
[#macro port name svi]
  [#if svi?has_content]
link set dev ${name} addrgenmode none
address flush dev ${name}
link set dev ${name} master ${svi}
  [/#if]
[/#macro]
[#assign bridges = {}]
[#list node.interfaces![] as i]
  [#if i.type == "svi"]
    [#assign bridges += {i.vlan.name: i.ifname}]
link add name ${i.ifname} type bridge stp_state 0 forward_delay 0
    [#if i.mac_address??]
link set dev ${i.ifname} address ${mac(i.mac_address)}
    [/#if]
  [/#if]
[/#list]
[#list node.interfaces![] as i]
  [#if i.type == "vlan_member"]
link add link ${i.parent_ifname} name ${i.ifname} type vlan id ${i.vlan.access_id}
    [#if i.mtu??]
link set dev ${i.ifname} mtu ${i.mtu}
    [/#if]
    [#if i.vlan.access??]
      [@port i.ifname bridges[i.vlan.access]!""/]
    [/#if]
link set dev ${i.ifname} up
  [#elseif !(i.virtual_interface!false) && i.vlan?? && ((i.vlan.mode)!"") != "route"]
    [#if i.vlan.native?? || i.vlan.access??]
      [@port i.ifname bridges[(i.vlan.native)!(i.vlan.access)!""]!""/]
    [/#if]
  [/#if]
[/#list]
[#list node.interfaces![] as i]
  [#if i.type == "svi"]
    [#if i.mtu??]
link set dev ${i.ifname} mtu ${i.mtu}
    [/#if]
    [#if i.vlan.mode == "bridge"]
link set dev ${i.ifname} addrgenmode none
    [/#if]
link set dev ${i.ifname} up
  [/#if]
[/#list]
