[#include "paths.ftl"]
[#macro interface path i v6]
  [#local ospf = i.ospf]
  [#local port = path + " interface " + i.ifname]
${port} area '${ospf.area}'
  [#if ospf.network_type?? && i.type != "loopback"]
${port} network '${ospf.network_type}'
  [/#if]
  [#if ospf.cost??]
${port} cost '${ospf.cost?c}'
  [/#if]
  [#-- A dummy interface is a LAN to OSPF, with nobody to greet. --]
  [#if (ospf.passive!false) || i.type == "loopback"]
${port} passive
  [/#if]
  [#if ospf.bfd!false]
${port} bfd profile '${bfd_profile(i)}'
  [/#if]
[/#macro]
[#macro default_route path default]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
${path} default-information originate
    [#if how.always!false]
${path} default-information originate always
    [/#if]
    [#if how.cost??]
${path} default-information originate metric '${how.cost?c}'
    [/#if]
    [#if how.type??]
${path} default-information originate metric-type '${how.type?remove_beginning("e")}'
    [/#if]
  [/#if]
[/#macro]
[#macro instance p family]
  [#local ospf = p.of]
  [#local path = routing(p.vrf) + " " + (family == "ipv6")?string("ospfv3", "ospf")]
${path} parameters router-id '${ospf.router_id}'
${path} log-adjacency-changes
  [#if ospf.reference_bandwidth??]
${path} auto-cost reference-bandwidth '${ospf.reference_bandwidth?c}'
  [/#if]
  [#list (ospf.import)!{} as from, how]
${path} redistribute ${source(from, family)}${policy(how, family)}
  [/#list]
  [@default_route path ospf.default!false/]
  [#list p.interfaces?filter(i -> has(i, family)) as i]
    [@interface path i family == "ipv6"/]
  [/#list]
[/#macro]
[#list ["ipv4", "ipv6"] as family]
  [#list processes("ospf")?filter(p -> (p.of.af[family])!false) as p]
    [@instance p family/]
  [/#list]
[/#list]
