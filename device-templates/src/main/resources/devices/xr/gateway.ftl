[#assign ports = (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")]
[#if ports?has_content]
router vrrp
  [#list ports as i]
    [#assign vrrp = i.gateway.vrrp]
 interface ${i.ifname}
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
  address-family ${family}
   vrrp ${vrrp.group}${(family == "ipv4")?string(" version 3", "")}
      [#if family == "ipv4"]
    address ${address(i.gateway.ipv4)}
      [#else]
    address linklocal ${vrrp.lla}
    address global ${address(i.gateway.ipv6)}
      [/#if]
      [#if vrrp.priority??]
    priority ${vrrp.priority}
      [/#if]
      [#if !(vrrp.preempt!true)]
    preempt disable
      [/#if]
   exit
  exit
    [/#list]
 exit
  [/#list]
exit
[/#if]
