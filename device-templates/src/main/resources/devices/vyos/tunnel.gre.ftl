[#-- Routing protocols need multicast, which tunnels of VyOS do not have until told. The interface that the tunnel
     is bound to says which VRF the packets outside are in. --]
[#include "paths.ftl"]
[#list (node.interfaces![])?filter(i -> i.type == "tunnel" && ((i.tunnel.mode)!"") == "gre") as i]
  [#assign path = "set interfaces tunnel " + i.ifname]
${path} encapsulation '${(i.tunnel.af == "ipv6")?then("ip6gre", "gre")}'
${path} source-address '${address(i.tunnel._source[i.tunnel.af])}'
${path} remote '${address(i.tunnel._destination[i.tunnel.af])}'
  [#if i.tunnel.vrf??]
${path} source-interface '${i.tunnel._source.ifname}'
  [/#if]
${path} enable-multicast
  [#if i.mtu??]
${path} mtu '${i.mtu?c}'
  [/#if]
[/#list]
