[#include "paths.ftl"]
[#-- A host name is two characters or more, without underscores. --]
[#assign name = node.name?replace("_", "-")]
set system host-name '${(name?length > 1)?then(name, "vyos-" + name)}'
[#macro addresses i]
  [#if is_address(i.ipv4!)]
set interfaces ${device(i.ifname)} address '${i.ipv4}'
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
    [#-- unnumbered: the loopback's address once more --]
set interfaces ${device(i.ifname)} address '${address((i._parent_ipv4)!node.loopback.ipv4)}/32'
  [/#if]
  [#if is_address(i.ipv6!)]
set interfaces ${device(i.ifname)} address '${i.ipv6}'
  [/#if]
[/#macro]
[#macro interface i]
  [#local path = device(i.ifname)]
  [#-- The members of a bundle take everything else from it: VyOS refuses more. --]
  [#local member = (i.lag._parentindex)??]
  [#if i.name??]
set interfaces ${path} description ${quoted(i.name)}
  [#else]
set interfaces ${path}
  [/#if]
  [#if i.shutdown!false]
set interfaces ${path} disable
  [/#if]
  [#if !member]
    [#if i.mac_address??]
set interfaces ${path} mac '${mac(i.mac_address)}'
    [/#if]
    [#if i.type != "loopback" && i.type != "tunnel" && (i.mtu!1500) != 1500]
set interfaces ${path} mtu '${i.mtu?c}'
    [/#if]
    [#if i.vrf??]
set interfaces ${path} vrf '${i.vrf}'
    [/#if]
    [@addresses i/]
    [@router_advertisement i/]
  [/#if]
[/#macro]
[#-- Hosts have no other way to know of the router, and nobody else sends advertisements here. --]
[#macro router_advertisement i]
  [#local hosts = (i.neighbors![])?filter(n -> (lab.nodes[n.node].role!"") == "host")]
  [#if is_address(i.ipv6!) && (i.ra?? || hosts?has_content) && !((i.ra.disable)!false)]
set service router-advert interface ${i.ifname} interval max '10'
set service router-advert interface ${i.ifname} interval min '3'
    [#if ((i.ra.dhcp)!"") == "all"]
set service router-advert interface ${i.ifname} managed-flag
    [#elseif ((i.ra.dhcp)!"") == "other"]
set service router-advert interface ${i.ifname} other-config-flag
    [/#if]
set service router-advert interface ${i.ifname} prefix ${prefix(i.ipv6)}
    [#if !((i.ra.onlink)!true)]
set service router-advert interface ${i.ifname} prefix ${prefix(i.ipv6)} no-on-link-flag
    [/#if]
    [#if !((i.ra.slaac)!true)]
set service router-advert interface ${i.ifname} prefix ${prefix(i.ipv6)} no-autonomous-flag
    [/#if]
  [/#if]
[/#macro]
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#list node.interfaces![] as i]
[@interface i/]
[/#list]
