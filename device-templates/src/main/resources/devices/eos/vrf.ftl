[#-- VRFs come before the interfaces that join them: joining one removes the addresses of an interface. --]
[#list node.vrfs!{} as name, vrf]
vrf instance ${name}
!
  [#if (node.role!"router") != "host"]
ip routing vrf ${name}
    [#if ((vrf.bgp.neighbors)![])?filter(n -> n.ipv4_rfc8950!false)?has_content]
ip routing ipv6 interfaces vrf ${name}
    [/#if]
    [#if (vrf.af.ipv6)!false]
ipv6 unicast-routing vrf ${name}
    [/#if]
!
  [/#if]
[/#list]
