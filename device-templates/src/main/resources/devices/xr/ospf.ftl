[#include "common.ftl"]
[#macro interface i v6]
  [#local ospf = i.ospf]
  interface ${i.ifname}
  [#if ospf.passive!false]
   passive${v6?string("", " enable")}
  [/#if]
  [#if i.type == "loopback"]
    [#-- the whole prefix is announced, not the address alone --]
    [#local value = v6?then(i.ipv6!, i.ipv4!)]
    [#if is_address(value) && prefix_length(value) != v6?then(128, 32)]
   network point-to-point
    [/#if]
  [#elseif ospf.network_type??]
   network ${ospf.network_type}
  [/#if]
  [#if ospf.cost??]
   cost ${ospf.cost}
  [/#if]
  [#if (ospf.timers.hello)??]
   hello-interval ${ospf.timers.hello}
  [/#if]
  [#if (ospf.timers.dead)??]
   dead-interval ${ospf.timers.dead}
  [/#if]
  [#if ospf.priority??]
   priority ${ospf.priority}
  [/#if]
  [#if ospf.password?? && !v6]
   authentication
   authentication-key clear ${one_line(ospf.password)}
  [/#if]
  exit
[/#macro]
[#macro settings p family]
  [#local ospf = p.of]
  [#local v6 = family == "ipv6"]
 router-id ${ospf.router_id}
  [#if p.vrf != "" && !(node.mpls.vpn)??]
 [#-- A process in a VRF is that of a provider edge, and takes routes of other edges for loops. --]
 ${v6?string("capability vrf-lite", "disable-dn-bit-check")}
  [/#if]
  [#if ospf.reference_bandwidth??]
 auto-cost reference-bandwidth ${ospf.reference_bandwidth}
  [/#if]
  [#list (ospf.import)!{} as from, how]
 redistribute ${source(from, family, p.vrf)}${policy(how)}
  [/#list]
  [#local default = ospf.default!false]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
 default-information originate[#rt]
    [#if how.always!false] always[/#if][#t]
    [#if how.cost??] metric ${how.cost}[/#if][#t]
    [#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if][#t]
    ${policy(how)}[#lt]
  [/#if]
  [#local ports = p.interfaces?filter(i -> has(i, family))]
  [#local areas = {}]
  [#list ports as i][#local areas += {i.ospf.area?string: true}][/#list]
  [#list areas?keys as area]
 area ${area}
    [#list ports?filter(i -> i.ospf.area?string == area) as i]
      [@interface i v6/]
    [/#list]
 exit
  [/#list]
[/#macro]
[#list processes("ospf") as p]
  [#list ["ipv4", "ipv6"]?filter(f -> (p.of.af[f])!false) as family]
router ${(family == "ipv6")?string("ospfv3", "ospf")} ${p.id}
    [#if p.vrf != ""]
 vrf ${p.vrf}
    [/#if]
    [@settings p family/]
    [#if p.vrf != ""]
 exit
    [/#if]
exit
  [/#list]
[/#list]
