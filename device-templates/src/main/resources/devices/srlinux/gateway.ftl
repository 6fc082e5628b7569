[#-- The address that all routers of a link have; SR Linux knows it on IRB interfaces. --]
[#include "names.ftl"]
[#list (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "anycast") as i]
  [#assign at = srl_subinterface(srl_port(i))]
  [#list ["ipv4", "ipv6"] as family]
    [#if is_address(i.gateway[family]!)]
${at} ${family} address ${i.gateway[family]} anycast-gw true
      [#if is_address(i[family]!)]
${at} ${family} address ${i[family]} primary
      [/#if]
    [/#if]
  [/#list]
  [#if (i.gateway.anycast.mac)??]
${at} anycast-gw anycast-gw-mac ${mac(i.gateway.anycast.mac)}
  [/#if]
[/#list]
