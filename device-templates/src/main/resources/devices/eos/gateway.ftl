[#assign ports = (node.interfaces![])?filter(i -> (i.gateway.protocol)??)]
[#assign anycast = ports?filter(i -> i.gateway.protocol == "anycast")]
[#-- One MAC address for all virtual addresses of the switch (VARP). --]
[#if anycast?has_content]
ip virtual-router mac-address ${mac(anycast?first.gateway.anycast.mac)}
!
[/#if]
[#list ports as i]
interface ${i.ifname}
  [#if i.gateway.protocol == "anycast"]
    [#if is_address(i.gateway.ipv4!)]
      [#-- without an address of its own the interface has the one of the gateway --]
      [#if is_address(i.ipv4!)]
   ip virtual-router address ${address(i.gateway.ipv4)}
      [#else]
   ip address virtual ${i.gateway.ipv4}
      [/#if]
    [/#if]
    [#if is_address(i.gateway.ipv6!)]
      [#if is_address(i.ipv6!)]
   ipv6 virtual-router address ${address(i.gateway.ipv6)}
      [#else]
   ipv6 enable
   ipv6 address virtual ${i.gateway.ipv6}
      [/#if]
    [/#if]
  [#elseif i.gateway.protocol == "vrrp"]
    [#assign vrrp = i.gateway.vrrp]
    [#if vrrp.priority??]
   vrrp ${vrrp.group?c} priority-level ${vrrp.priority?c}
    [/#if]
    [#if !(vrrp.preempt!true)]
   no vrrp ${vrrp.group?c} preempt
    [/#if]
    [#if is_address(i.gateway.ipv4!)]
      [#-- the default is version 2; IPv6 has version 3 only --]
   vrrp ${vrrp.group?c} ipv4 ${address(i.gateway.ipv4)}
   vrrp ${vrrp.group?c} ipv4 version 3
    [/#if]
    [#if is_address(i.gateway.ipv6!)]
   vrrp ${vrrp.group?c} ipv6 ${address(i.gateway.ipv6)}
    [/#if]
  [/#if]
!
[/#list]
