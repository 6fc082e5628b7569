[#include "processes.ftl"]
[#macro area a family]
    area ${a.area}[#if a.kind != "regular"] ${a.kind}[#if !(a.inter_area!true)] no-summary[/#if][/#if]
  [#if (a.default.cost)?? && a.kind != "regular"]
    area ${a.area} default-metric ${a.default.cost?c}
  [/#if]
  [#list {"inter-area": [a.range![], a.filter![]], "nssa": [a.external_range![], a.external_filter![]]} as type, both]
    [#list both[0]?filter(r -> r[family]??) as range]
    area ${a.area} range ${range[family]} type ${type}
    [/#list]
    [#list both[1]?filter(r -> r[family]??) as range]
    area ${a.area} range ${range[family]} type ${type} no-advertise
    [/#list]
  [/#list]
[/#macro]
[#macro default_route default]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
    default-information originate[#if how.always!false] always[/#if][#if how.cost??] metric ${how.cost?c}[/#if]
  [/#if]
[/#macro]
[#macro interface i id family]
  [#local o = i.ospf]
  [#local command = (family == "ipv6")?string("ipv6 ospfv3", "ip ospf")]
interface ${i.ifname}
    ${command} ${id?c} area ${o.area}
  [#if o.network_type?? && i.type != "loopback"]
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
    ip ospf authentication simple-text
    ip ospf authentication-key plaintext ${one_line(o.password)}
  [/#if]
  [#if (o.passive!false) && i.type != "loopback"]
    ${command} passive
  [/#if]
  [#if o.bfd?? && (o.bfd?is_boolean?then(o.bfd, (o.bfd[family])!false))]
    ${command} bfd
  [/#if]
[/#macro]
[#list {"ipv4": "ospf", "ipv6": "ospfv3"} as family, router]
  [#list processes(family) as p]
router ${router} ${p.id?c}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
    router-id ${p.of.router_id}
    [#if p.of.reference_bandwidth??]
    reference-bandwidth ${p.of.reference_bandwidth?c}
    [/#if]
    [#list (p.of.import)!{} as source, how]
    redistribute ${source}[#if how?is_hash && how.policy??] route-map ${how.policy}[/#if]
    [/#list]
    [@default_route p.of.default!false/]
    [#list p.of.areas![] as a]
    [@area a family/]
    [/#list]
    [#list p.interfaces as i]
[@interface i p.id family/]
    [/#list]
  [/#list]
[/#list]
