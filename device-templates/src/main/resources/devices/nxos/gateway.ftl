[#-- VRRP 3, which knows both families; the first IPv6 address of a group is a link-local one (RFC 5798, 5.2.9). --]
[#list (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp") as i]
  [#assign vrrp = i.gateway.vrrp]
interface ${i.ifname}
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
  vrrpv3 ${vrrp.group?c} address-family ${family}
    [#if vrrp.priority??]
    priority ${vrrp.priority?c}
    [/#if]
    [#if !(vrrp.preempt!true)]
    no preempt
    [/#if]
    [#if family == "ipv4"]
    address ${address(i.gateway.ipv4)} primary
    [#else]
    address ${vrrp.lla} primary
    address ${address(i.gateway.ipv6)}
    [/#if]
  [/#list]
[/#list]
