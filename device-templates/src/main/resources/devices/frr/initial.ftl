frr defaults traditional
hostname ${node.name}
service integrated-vtysh-config
[#if (node.frr.logfile)??]
log file ${node.frr.logfile}
[/#if]
[#list (node.frr.debug)![] as debug]
debug ${debug}
[/#list]
[#if (node.role!"router") == "host"]
no ip forwarding
no ipv6 forwarding
[#else]
ip forwarding
ipv6 forwarding
[/#if]
!
[#macro interface i]
interface ${i.ifname}
  [#if i.name??]
 description ${one_line(i.name)}
  [/#if]
  [#if i.shutdown!false]
 shutdown
  [/#if]
  [#if i.bandwidth??]
    [#-- kbps in the lab, Mbps here, and at least 1 --]
 bandwidth ${[1, (i.bandwidth / 1000)?round]?max}
  [/#if]
  [#if is_address(i.ipv4!)]
 ip address ${i.ipv4}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
    [#-- unnumbered: the loopback's address once more --]
 ip address ${address((i._parent_ipv4)!node.loopback.ipv4)}/32
  [/#if]
  [#if is_address(i.ipv6!)]
 ipv6 address ${i.ipv6}
  [/#if]
  [#-- Hosts of a VLAN are behind its bridge, which a link's advertisements do not tell. --]
  [#local in_vlan = ["svi", "vlan_member"]?seq_contains(i.type!) && is_address(i.ipv6!)]
  [#if (i.ra?? || in_vlan) && (node.role!"router") != "host"][@router_advertisement i/][/#if]
exit
!
[/#macro]
[#macro router_advertisement i]
  [#if (i.ra.disable)!false]
 ipv6 nd suppress-ra
  [#else]
 no ipv6 nd suppress-ra
    [#if ((i.ra.dhcp)!"") == "all"]
 ipv6 nd managed-config-flag
    [#elseif ((i.ra.dhcp)!"") == "other"]
 ipv6 nd other-config-flag
    [/#if]
    [#if is_address(i.ipv6!) && (!((i.ra.slaac)!true) || !((i.ra.onlink)!true))]
 ipv6 nd prefix ${prefix(i.ipv6)}[#if !((i.ra.onlink)!true)] off-link[/#if][#if !((i.ra.slaac)!true)] no-autoconfig[/#if]
    [/#if]
  [/#if]
[/#macro]
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#list node.interfaces![] as i]
[@interface i/]
[/#list]
