[#list (node.dhcp.pools)![] as pool]
  [#assign vrf = pool.vrf???then("vrf " + pool.vrf! + " ", "")]
  [#list (pool.excluded.ipv4)![] as taken]
ip dhcp excluded-address ${vrf}${address(taken)}
  [/#list]
  [#if pool.ipv4??]
ip dhcp pool ${pool.clean_name}
    [#if pool.vrf??]
 vrf ${pool.vrf}
    [/#if]
 network ${network(pool.ipv4)} ${netmask(pool.ipv4)}
    [#if (pool.gateway.ipv4)??]
 default-router ${address(pool.gateway.ipv4)}
    [/#if]
!
  [/#if]
  [#if pool.ipv6??]
ipv6 dhcp pool ${pool.clean_name}
    [#if pool.vrf??]
 vrf ${pool.vrf}
    [/#if]
 address prefix ${pool.ipv6}
!
  [/#if]
[/#list]
[#assign v6 = ((node.dhcp.pools)![])?filter(p -> p.ipv6??)?has_content]
[#list node.interfaces![] as i]
  [#assign relay = (i.dhcp.relay)!{}]
  [#-- The server is found in the VRF that is named, else in that of the interface. --]
  [#assign other = ((i.dhcp.vrf)!"") != "" && ((i.dhcp.vrf)!"") != (i.vrf!"global")]
  [#if relay?has_content || (v6 && is_address(i.ipv6!))]
interface ${i.ifname}
    [#list relay.ipv4![] as server]
 ip helper-address [#if other]${(i.dhcp.vrf == "global")?then("global ", "vrf " + i.dhcp.vrf + " ")}[/#if]${address(server)}
    [/#list]
    [#list relay.ipv6![] as server]
 ipv6 dhcp relay destination [#if other]${(i.dhcp.vrf == "global")?then("global ", "vrf " + i.dhcp.vrf + " ")}[/#if]${address(server)}
    [/#list]
    [#if v6 && is_address(i.ipv6!) && !relay.ipv6??]
 ipv6 dhcp server automatic
    [/#if]
!
  [/#if]
[/#list]
[#if (node.dhcp.vrf)!false]
[#-- The relay tells the server which VRF a request comes from, and finds the way of the answer back. --]
ip dhcp relay information option vpn
!
[/#if]
