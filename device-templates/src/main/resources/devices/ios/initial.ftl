hostname ${node.name}
!
ip routing
[#if (node.role!"router") == "host"]
no ipv6 unicast-routing
[#else]
ipv6 unicast-routing
[/#if]
ip cef
lldp run
!
[#-- A VRF takes the addresses off an interface that enters it, so that VRFs come first. --]
[#list node.vrfs!{} as name, vrf]
vrf definition ${name}
 rd ${(vrf.evpn.rd)!vrf.rd}
  [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
 !
 address-family ${family}
    [#list vrf.import![] as target]
  route-target import ${target}
      [#if (vrf.evpn.transit_vni)??]
  route-target import ${target} stitching
      [/#if]
    [/#list]
    [#list vrf.export![] as target]
  route-target export ${target}
      [#if (vrf.evpn.transit_vni)??]
  route-target export ${target} stitching
      [/#if]
    [/#list]
 exit-address-family
  [/#list]
!
[/#list]
[#if device.vlans == "switch" && node.vlans??]
vtp mode transparent
!
  [#list node.vlans as name, vlan]
    [#if vlan.id?? && vlan.mode != "route"]
vlan ${vlan.id}
 name ${name}
!
    [/#if]
  [/#list]
[/#if]
[#if device.vlans == "bvi" && (node.interfaces![])?filter(i -> i.type == "svi")?has_content]
bridge irb
!
[/#if]
[#-- A port that carries VLANs; the port of a bundle is like the bundle. --]
[#function switched i]
  [#if (i.lag._parentindex)??]
    [#return (node.interfaces?filter(b -> b.type == "lag" && b.lag.ifindex == i.lag._parentindex)?filter(b -> switched(b)))?has_content]
  [/#if]
  [#return ((i.vlan.access)?? || (i.vlan.trunk_id)?? || (i.vlan.native)??) && !(is_address(i.ipv4!) || is_address(i.ipv6!))]
[/#function]
[#function is_port i]
  [#return i.type == "lag" || (!(i.virtual_interface!false) && !["loopback", "svi", "tunnel", "vlan_member"]?seq_contains(i.type))]
[/#function]
[#macro mtu i]
  [#if i.mtu?? && i.type != "loopback" && !(device.vlans == "switch" && switched(i)) && !(i.lag._parentindex)??]
    [#if is_port(i) && i.type != "lag" && i.mtu gte device.min_phy_mtu && i.mtu != 1500]
 mtu ${i.mtu}
    [#elseif i.mtu != 1500]
      [#if has_ip(i, "ipv4")]
 ip mtu ${i.mtu}
      [/#if]
      [#if has_ip(i, "ipv6") && i.mtu gte 1280]
 ipv6 mtu ${i.mtu}
      [/#if]
    [/#if]
  [/#if]
[/#macro]
[#function has_ip i family]
  [#local value = i[family]!false]
  [#return !value?is_boolean || value]
[/#function]
[#macro addresses i]
  [#if is_address(i.ipv4!)]
 ip address ${address(i.ipv4)} ${netmask(i.ipv4)}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
 ip unnumbered ${i._parent_intf!node.loopback.ifname}
  [#elseif (i.dhcp.client.ipv4)!false]
    [#if !((i.dhcp.client.default)!true)]
 no ip dhcp client request router
    [/#if]
 ip address dhcp
  [/#if]
  [#if is_address(i.ipv6!)]
 ipv6 enable
 ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
 ipv6 enable
  [#elseif (i.dhcp.client.ipv6)!false]
 ipv6 enable
 ipv6 address dhcp
    [#if (i.dhcp.client.default)!true]
 ipv6 nd autoconfig default-route
    [/#if]
  [/#if]
  [#if (i.ra.use)!false]
 ipv6 address autoconfig default
  [/#if]
[/#macro]
[#macro router_advertisement i]
  [#if i.ra.disable!false]
 ipv6 nd ra suppress all
  [#else]
    [#if (i.ra.dhcp!"") == "all"]
 ipv6 nd managed-config-flag
    [#elseif (i.ra.dhcp!"") == "other"]
 ipv6 nd other-config-flag
    [/#if]
    [#if is_address(i.ipv6!) && (!(i.ra.slaac!true) || !(i.ra.onlink!true))]
      [#-- the lifetimes are the standard's; without them no flag can be said --]
 ipv6 nd prefix ${prefix(i.ipv6)} 2592000 604800[#if !(i.ra.onlink!true)] off-link[/#if][#if !(i.ra.slaac!true)] no-autoconfig[/#if]
    [/#if]
  [/#if]
[/#macro]
[#macro interface i]
interface ${i.ifname}
  [#if device.vlans == "switch" && is_port(i)]
 ${switched(i)?string("switchport", "no switchport")}
  [/#if]
  [#if i.name??]
 description ${one_line(i.name)}
  [/#if]
  [#if i.type == "vlan_member" && (i.vlan.access_id)??]
 encapsulation dot1Q ${i.vlan.access_id}
  [/#if]
  [#if i.vrf??]
 vrf forwarding ${i.vrf}
  [/#if]
  [#if i.mac_address?? && !switched(i) && !(i.lag._parentindex)??]
 mac-address ${cisco_mac(i.mac_address)}
  [/#if]
  [#if i.bandwidth??]
 bandwidth ${i.bandwidth}
  [/#if]
  [#if !has_ip(i, "ipv4") && !((i.dhcp.client.ipv4)!false) && !(device.vlans == "switch" && switched(i))]
 no ip address
  [/#if]
  [@addresses i/]
  [@mtu i/]
  [#if i.ra??][@router_advertisement i/][/#if]
  [#if i.type != "loopback"]
 ${(i.shutdown!false)?string("shutdown", "no shutdown")}
  [/#if]
!
[/#macro]
[#if node.loopback??]
  [@interface node.loopback/]
[/#if]
[#-- A bundle is there before its ports enter it. --]
[#list (node.interfaces![])?filter(i -> i.type == "lag") + (node.interfaces![])?filter(i -> i.type != "lag") as i]
  [@interface i/]
[/#list]
