[#list (node.interfaces![])?filter(i -> i.type == "tunnel" && ((i.tunnel.mode)!"") == "gre") as i]
interface ${i.ifname}
   tunnel mode gre
   tunnel source interface ${i.tunnel._source.ifname}
   tunnel destination ${address(i.tunnel._destination[i.tunnel.af])}
  [#if i.tunnel.vrf??]
   tunnel underlay vrf ${i.tunnel.vrf}
  [/#if]
!
[/#list]
