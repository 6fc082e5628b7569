[#-- A group has addresses of one family. Version 3 is what IPv6 needs, and what the other routers of a lab speak.
     The address has the group's MAC address, as hosts expect it from any VRRP (RFC 9568, 7.3). --]
[#include "paths.ftl"]
[#assign ports = (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")]
[#if ports?has_content]
set high-availability vrrp global-parameters version '3'
[/#if]
[#list ports as i]
  [#assign vrrp = i.gateway.vrrp]
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
    [#assign path = "set high-availability vrrp group " + i.ifname?replace(".", "-") + "-" + family]
${path} interface '${i.ifname}'
${path} vrid '${vrrp.group}'
    [#if vrrp.priority??]
${path} priority '${vrrp.priority}'
    [/#if]
    [#if !(vrrp.preempt!true)]
${path} no-preempt
    [/#if]
${path} rfc3768-compatibility
    [#if family == "ipv6"]
${path} address ${vrrp.lla}/64
    [/#if]
${path} address ${i.gateway[family]}
  [/#list]
[/#list]
