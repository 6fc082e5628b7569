[#-- A port is a member of VLAN 1 until told otherwise. The VRF comes before the addresses: joining one
     removes them. --]
hostname ${node.name}
[#macro switchport i]
  [#if (i.vlan.trunk_id)??]
 switchport mode trunk
    [#if (i.vlan.native)?? && (i.vlan.access_id)??]
 switchport access vlan ${i.vlan.access_id?c}
    [/#if]
    [#-- the VLAN without a tag is that of the line above --]
    [#local tagged = i.vlan.trunk_id?filter(id -> id != (((i.vlan.native)??)?then(i.vlan.access_id!0, 0)))]
    [#if tagged?has_content]
 switchport trunk allowed vlan ${tagged?sort?join(",")}
    [/#if]
  [#else]
 switchport mode access
 switchport access vlan ${i.vlan.access_id?c}
  [/#if]
[/#macro]
[#macro advertisements ra i]
  [#if ra.disable!false]
 no ipv6 nd send-ra
  [#else]
    [#if (ra.dhcp!"") == "all"]
 ipv6 nd managed-config-flag
    [#elseif (ra.dhcp!"") == "other"]
 ipv6 nd other-config-flag
    [/#if]
    [#if is_address(i.ipv6!) && (!(ra.slaac!true) || !(ra.onlink!true))]
 ipv6 nd prefix ${prefix(i.ipv6)}[#if !(ra.slaac!true)] no-autoconfig[/#if][#if !(ra.onlink!true)] off-link[/#if]
    [/#if]
    [#-- a session over an interface waits for these; the default is every ten minutes --]
 ipv6 nd max-ra-interval 4
 ipv6 nd min-ra-interval 3
 ipv6 nd send-ra
  [/#if]
[/#macro]
[#macro addresses i]
  [#if i.vrf??]
 ip vrf forwarding ${i.vrf}
  [/#if]
  [#if is_address(i.ipv4!)]
 ip address ${i.ipv4}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4 && i.type != "loopback"]
 ip unnumbered ${i._parent_intf!node.loopback.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
 ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
 ipv6 enable
  [/#if]
  [#if i.type != "loopback" && i.ipv6?? && (!i.ipv6?is_boolean || i.ipv6)]
    [@advertisements i.ra!{} i/]
  [/#if]
[/#macro]
[#macro interface i]
  [#local member = (i.lag._parentindex)?? || (i.lag.mlag.peergroup)??]
  [#local switched = ((i.vlan.access_id)?? || (i.vlan.trunk_id)??) && ["p2p", "lan", "stub", "lag"]?seq_contains(i.type)]
  [#local mtu = i.mtu!node.mtu!1500]
interface ${i.ifname}
  [#if i.name??]
 description "${one_line(i.name)?replace('"', "'")}"
  [/#if]
 [#if i.shutdown!false]shutdown[#else]no shutdown[/#if]
  [#if switched]
    [@switchport i/]
  [#elseif !["loopback", "svi"]?seq_contains(i.type)]
 no switchport
  [/#if]
  [#-- the MTU of a port counts 32 bytes of headers of layer 2 --]
  [#if mtu != 1500 && i.type != "loopback" && !member && !i.ifname?starts_with("virtual-network")]
 mtu ${(mtu + 32)?c}
  [/#if]
  [#if !switched && !member]
    [@addresses i/]
  [/#if]
 exit
[/#macro]
[#-- A bundle is there before its ports join it. --]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
[@interface i/]
[/#list]
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#-- A virtual network that is bridged only needs no interface. --]
[#list (node.interfaces![])?filter(i -> i.type != "lag" && (i.ipv4?? || i.ipv6?? || !i.ifname?starts_with("virtual-network"))) as i]
[@interface i/]
[/#list]
