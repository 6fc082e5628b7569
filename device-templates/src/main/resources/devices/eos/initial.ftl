hostname ${node.name}
username admin privilege 15 role network-admin secret admin
!
service routing protocols model multi-agent
!
[#-- containerlab puts the management interface of cEOS into this VRF and gives it its address --]
[#assign vrf = (node.clab.env.CLAB_MGMT_VRF)!]
[#if vrf?has_content]
vrf instance ${vrf}
!
management ssh
   vrf ${vrf}
      no shutdown
!
[#if node.mgmt??]
interface ${node.mgmt.ifname}
   vrf ${vrf}
!
[/#if]
[/#if]
[#if (node.role!"router") == "host"]
no ip routing
[#else]
ip routing
[#-- forward IPv4 on interfaces that have only IPv6 (RFC 8950) --]
[#if ((node.bgp.neighbors)![])?filter(n -> n.ipv4_rfc8950!false)?has_content]
ip routing ipv6 interfaces
[/#if]
ipv6 unicast-routing
[/#if]
!
[#if node.mtu??]
interface defaults
   mtu ${node.mtu}
!
[/#if]
[#macro interface i]
interface ${i.ifname}
  [#if i.name??]
   description ${one_line(i.name)}
  [/#if]
  [#if i.shutdown!false]
   shutdown
  [/#if]
  [#-- A port is a switch port or a router port; SVIs and loopbacks are neither. --]
  [#local switched = (i.vlan.access)?? || (i.vlan.trunk_id)?? || (i.vlan.native)??]
  [#-- A port of a bundle has the mode, MTU and MAC address of the bundle. --]
  [#local member = (i.lag._parentindex)?? || (i.lag._peerlink)?? || (i.lag.mlag.peergroup)??]
  [#if (!(i.virtual_interface!false) || i.type == "lag") && !member]
    [#if switched]
   switchport
    [#else]
   no switchport
    [/#if]
    [#if i.mac_address?? && !switched]
   mac-address ${cisco_mac(i.mac_address)}
    [/#if]
  [/#if]
  [#if i.type == "vlan_member"]
   encapsulation dot1q vlan ${i.vlan.access_id}
  [/#if]
  [#if i.mtu?? && i.type != "loopback" && i.mtu != (node.mtu!0) && !switched && !member]
   mtu ${i.mtu}
  [/#if]
  [#if i.vrf??]
   vrf ${i.vrf}
  [/#if]
  [#if is_address(i.ipv4!)]
   ip address ${i.ipv4}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
   ip address unnumbered ${i._parent_intf!node.loopback.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
   ipv6 enable
   ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
   ipv6 enable
  [/#if]
  [#if i.ra??][@router_advertisement i/][/#if]
!
[/#macro]
[#macro router_advertisement i]
  [#if i.ra.disable!false]
   ipv6 nd ra disabled
  [#else]
    [#if (i.ra.dhcp!"") == "all"]
   ipv6 nd managed-config-flag
    [#elseif (i.ra.dhcp!"") == "other"]
   ipv6 nd other-config-flag
    [/#if]
    [#if is_address(i.ipv6!) && (!(i.ra.slaac!true) || !(i.ra.onlink!true))]
   ipv6 nd prefix ${prefix(i.ipv6)}[#if !(i.ra.slaac!true)] no-autoconfig[/#if][#if !(i.ra.onlink!true)] no-onlink[/#if]
    [/#if]
  [/#if]
[/#macro]
[#if node.loopback??]
  [@interface node.loopback/]
[/#if]
[#list node.interfaces![] as i]
  [@interface i/]
[/#list]
