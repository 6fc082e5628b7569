[#assign ports = (node.interfaces![])?filter(i -> (i.gateway.protocol)??)]
[#assign anycast = ports?filter(i -> i.gateway.protocol == "anycast")]
[#if anycast?has_content]
ip virtual-router mac-address ${mac(anycast?first.gateway.anycast.mac)}
[/#if]
[#-- VRRP 2 knows IPv4 only; the groups of the switch have one version. --]
[#assign groups = ports?filter(i -> i.gateway.protocol == "vrrp")]
[#if groups?has_content]
vrrp version ${((node.gateway.vrrp.version)!(groups?first.gateway.vrrp.version)!3)?c}
[/#if]
[#list ports as i]
interface ${i.ifname}
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
    [#if i.gateway.protocol == "anycast"]
 ${(family == "ipv4")?string("ip", "ipv6")} virtual-router address ${address(i.gateway[family])}
    [#else]
      [#assign vrrp = i.gateway.vrrp]
 ${(family == "ipv4")?string("vrrp-group", "vrrp-ipv6-group")} ${vrrp.group?c}
      [#if vrrp.priority??]
  priority ${vrrp.priority?c}
      [/#if]
      [#if !(vrrp.preempt!true)]
  no preempt
      [/#if]
      [#if family == "ipv6"]
        [#-- the first address of a group is a link-local one (RFC 5798, 5.2.9) --]
  virtual-address ${vrrp.lla}
      [/#if]
  virtual-address ${address(i.gateway[family])}
  exit
    [/#if]
  [/#list]
 exit
[/#list]
