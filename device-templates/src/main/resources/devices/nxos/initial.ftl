[#-- A port is a switch port unless told otherwise, and a port that becomes a router port is down. The VRF
     comes before the addresses: joining one removes them. --]
[#macro switchport i]
  switchport
  [#if (i.vlan.trunk_id)??]
  switchport mode trunk
  switchport trunk allowed vlan ${i.vlan.trunk_id?sort?join(",")}
    [#if (i.vlan.native)?? && (i.vlan.access_id)??]
  switchport trunk native vlan ${i.vlan.access_id?c}
    [/#if]
  [#else]
  switchport mode access
    [#if (i.vlan.access_id)??]
  switchport access vlan ${i.vlan.access_id?c}
    [/#if]
  [/#if]
[/#macro]
[#macro addresses i]
  [#local borrowed = (i.ipv4!)?is_boolean && i.ipv4]
  [#if borrowed && i.type != "loopback"]
    [#-- only point-to-point media can borrow an address --]
  medium p2p
  [/#if]
  [#if i.vrf??]
  vrf member ${i.vrf}
  [/#if]
  [#if is_address(i.ipv4!)]
  ip address ${i.ipv4}
  [#elseif borrowed]
  ip unnumbered ${i._parent_intf!node.loopback.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
  ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
  ipv6 address use-link-local-only
  [/#if]
[/#macro]
[#macro interface i]
  [#local switched = ((i.vlan.access_id)?? || (i.vlan.trunk_id)??) && !(i.virtual_interface!false)]
  [#local port = !(i.virtual_interface!false)]
interface ${i.ifname}
  [#if i.name??]
  description ${one_line(i.name)}
  [/#if]
  [#if switched]
    [@switchport i/]
  [#else]
    [#if port]
  no switchport
    [/#if]
    [#if i.type == "vlan_member"]
  encapsulation dot1q ${i.vlan.access_id?c}
    [/#if]
    [#if i.mac_address?? && port]
  mac-address ${cisco_mac(i.mac_address)}
    [/#if]
    [#if i.mtu?? && i.type != "loopback"]
  mtu ${i.mtu?c}
    [/#if]
    [@addresses i/]
  [/#if]
  [#if i.bandwidth?? && i.type != "loopback"]
  bandwidth ${i.bandwidth?c}
  [/#if]
  [#if i.type != "loopback" || (i.shutdown!false)]
  [#if !(i.shutdown!false)]no [/#if]shutdown
  [/#if]
[/#macro]
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#-- Subinterfaces follow their port by themselves: the model has them after it. --]
[#list node.interfaces![] as i]
[@interface i/]
[/#list]
