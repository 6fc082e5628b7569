[#list (node.interfaces![])?filter(i -> i.type == "tunnel" && ((i.tunnel.mode)!"") == "gre") as i]
interface ${i.ifname}
 tunnel source ${i.tunnel._source.ifname}
 tunnel destination ${address(i.tunnel._destination[i.tunnel.af])}
 tunnel mode gre ${(i.tunnel.af == "ipv6")?string("ipv6", "ip")}
  [#if i.tunnel.vrf??]
 tunnel vrf ${i.tunnel.vrf}
  [/#if]
!
[/#list]
