[#-- GRE tunnels; without a TTL of their own they take that of the packet inside, and OSPF's is 1. --]
[#list node.interfaces![] as i]
  [#if i.type == "tunnel" && ((i.tunnel.mode)!"") == "gre"]
    [#assign kind = (i.tunnel.af == "ipv6")?then("ip6gre", "gre")]
link add name ${i.ifname} type ${kind} local ${i.tunnel._source[i.tunnel.af]} remote ${i.tunnel._destination[i.tunnel.af]} ttl 64[#if i.tunnel.vrf??] dev ${i.tunnel.vrf}[/#if]
    [#if i.vrf??]
link set dev ${i.ifname} master ${i.vrf}
    [/#if]
link set dev ${i.ifname} mtu ${i.mtu} up
  [/#if]
[/#list]
