[#-- VRRP; an anycast address is the kernel's affair. vrrpd finds the interface that has the group's MAC address. --]
[#list (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp") as i]
  [#assign vrrp = i.gateway.vrrp]
interface ${i.ifname}
 vrrp ${vrrp.group} version 3
  [#if vrrp.priority??]
 vrrp ${vrrp.group} priority ${vrrp.priority}
  [/#if]
  [#if !(vrrp.preempt!true)]
 no vrrp ${vrrp.group} preempt
  [/#if]
  [#if is_address(i.gateway.ipv4!)]
 vrrp ${vrrp.group} ip ${address(i.gateway.ipv4)}
  [/#if]
  [#if is_address(i.gateway.ipv6!)]
 vrrp ${vrrp.group} ipv6 ${vrrp.lla}
 vrrp ${vrrp.group} ipv6 ${address(i.gateway.ipv6)}
  [/#if]
exit
!
[/#list]
