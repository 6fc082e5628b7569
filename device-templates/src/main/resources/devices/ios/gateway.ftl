[#-- VRRP version 3 (RFC 5798), in which a group has both families. --]
[#assign ports = (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")]
[#if ports?has_content]
fhrp version vrrp v3
!
[/#if]
[#list ports as i]
  [#assign vrrp = i.gateway.vrrp]
interface ${i.ifname}
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
 vrrp ${vrrp.group} address-family ${family}
    [#if family == "ipv4"]
  address ${address(i.gateway.ipv4)} primary
    [#else]
  address ${vrrp.lla} primary
  address ${i.gateway.ipv6}
    [/#if]
    [#if vrrp.priority??]
  priority ${vrrp.priority}
    [/#if]
    [#if !(vrrp.preempt!true)]
  no preempt
    [/#if]
  exit-vrrp
  [/#list]
!
[/#list]
