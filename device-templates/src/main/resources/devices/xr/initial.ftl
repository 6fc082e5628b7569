[#include "common.ftl"]
hostname ${node.name}
!
lldp
exit
[#list node.vrfs!{} as name, vrf]
vrf ${name}
  [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
 address-family ${family} unicast
    [#list {"import": vrf.import![], "export": vrf.export![]} as direction, targets]
      [#if targets?has_content]
  ${direction} route-target
        [#list targets as target]
   ${target}
        [/#list]
  exit
      [/#if]
    [/#list]
 exit
  [/#list]
exit
[/#list]
[#macro interface i]
interface ${i.ifname}
  [#if i.name??]
 description ${one_line(i.name)}
  [/#if]
  [#if i.vrf??]
 vrf ${i.vrf}
  [/#if]
  [#if i.mac_address??]
 mac-address ${cisco_mac(i.mac_address)}
  [/#if]
  [#if i.bandwidth??]
 bandwidth ${i.bandwidth}
  [/#if]
  [#if i.mtu?? && i.type != "loopback"]
    [#if i.mtu gte 1500 && !(i.virtual_interface!false)]
 [#-- That of a port counts the 14 bytes of the Ethernet header. --]
 mtu ${i.mtu + 14}
    [#else]
      [#if has(i, "ipv4")]
 ipv4 mtu ${i.mtu}
      [/#if]
      [#if has(i, "ipv6") && i.mtu gte 1280]
 ipv6 mtu ${i.mtu}
      [/#if]
    [/#if]
  [/#if]
  [#if is_address(i.ipv4!)]
 ipv4 address ${address(i.ipv4)} ${netmask(i.ipv4)}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
 ipv4 point-to-point
 ipv4 unnumbered ${i._parent_intf!node.loopback.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
 ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
 ipv6 enable
  [/#if]
  [#if i.type != "loopback"]
 ${(i.shutdown!false)?string("shutdown", "no shutdown")}
  [/#if]
exit
[/#macro]
[#if node.loopback??]
  [@interface node.loopback/]
[/#if]
[#list node.interfaces![] as i]
  [@interface i/]
[/#list]
