[#include "processes.ftl"]
[#macro area a family]
  [#if a.kind != "regular"]
 area ${a.area} ${a.kind}[#if !(a.inter_area!true)] no-summary[/#if]
    [#if (a.default.cost)??]
 area ${a.area} default-cost ${a.default.cost?c}
    [/#if]
  [/#if]
  [#list (a.range![])?filter(r -> r[family]??) as range]
 area ${a.area} range ${range[family]}
  [/#list]
  [#list (a.filter![])?filter(r -> r[family]??) as range]
 area ${a.area} range ${range[family]} no-advertise
  [/#list]
[/#macro]
[#macro interface i id family]
  [#local o = i.ospf]
  [#local command = (family == "ipv6")?string("ipv6 ospf", "ip ospf")]
interface ${i.ifname}
 ${command} ${id?c} area ${o.area}
  [#if o.network_type?? && i.type != "loopback"]
    [#if !["point-to-point", "broadcast"]?seq_contains(o.network_type)]
      [#stop "OS10 has OSPF networks of types broadcast and point-to-point only, and " + i.ifname + " is " + o.network_type]
    [/#if]
 ${command} network ${o.network_type}
  [/#if]
  [#if o.cost??]
 ${command} cost ${o.cost?c}
  [/#if]
  [#if (o.timers.hello)??]
 ${command} hello-interval ${o.timers.hello?c}
  [/#if]
  [#if (o.timers.dead)??]
 ${command} dead-interval ${o.timers.dead?c}
  [/#if]
  [#if o.priority??]
 ${command} priority ${o.priority?c}
  [/#if]
  [#if o.password?? && family == "ipv4"]
 ip ospf authentication-key ${one_line(o.password)}
  [/#if]
  [#if (o.passive!false) && i.type != "loopback"]
 ${command} passive
  [/#if]
  [#if o.bfd?? && (o.bfd?is_boolean?then(o.bfd, (o.bfd[family])!false))]
 ${command} bfd all-neighbors
  [/#if]
 exit
[/#macro]
[#list {"ipv4": "ospf", "ipv6": "ospfv3"} as family, router]
  [#list processes(family) as p]
router ${router} ${p.id?c}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
 log-adjacency-changes
    [#if p.of.router_id??]
 router-id ${p.of.router_id}
    [/#if]
    [#if p.of.reference_bandwidth??]
 auto-cost reference-bandwidth ${p.of.reference_bandwidth?c}
    [/#if]
    [#list (p.of.import)!{} as source, how]
 redistribute ${source}[#if source == "bgp"] ${node.bgp.as?c}[/#if]${policy(how, family)}
    [/#list]
    [#assign default = p.of.default!false]
    [#if default?is_boolean?then(default, default?is_hash && (default.enabled!true))]
 default-information originate[#if default?is_hash && (default.always!false)] always[/#if]
    [/#if]
    [#list p.of.areas![] as a]
    [@area a family/]
    [/#list]
 exit
    [#list p.interfaces as i]
[@interface i p.id family/]
    [/#list]
  [/#list]
[/#list]
