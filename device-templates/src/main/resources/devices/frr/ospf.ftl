[#-- OSPFv2 and OSPFv3 have the same shape with other words. The router id comes before the interfaces:
     ospf6d would greet with 0.0.0.0 otherwise. --]
[#macro interface i v6]
  [#local ospf = i.ospf]
  [#local command = v6?string("ipv6 ospf6", "ip ospf")]
interface ${i.ifname}
  [#if ospf.network_type?? && i.type != "loopback"]
 ${command} network ${ospf.network_type}
  [/#if]
  [#if ospf.cost??]
 ${command} cost ${ospf.cost}
  [/#if]
  [#if ospf.passive!false]
 ${command} passive
  [/#if]
  [#if (ospf.timers.hello)??]
 ${command} hello-interval ${ospf.timers.hello}
  [/#if]
  [#if (ospf.timers.dead)??]
 ${command} dead-interval ${ospf.timers.dead}
  [/#if]
  [#if ospf.priority??]
 ${command} priority ${ospf.priority}
  [/#if]
  [#if ospf.password?? && !v6]
 ip ospf authentication
 ip ospf authentication-key ${ospf.password}
  [/#if]
  [#-- last: it starts the interface, and a wait timer that later timers do not change --]
 ${command} area ${ospf.area}
exit
!
[/#macro]
[#macro instance v6]
  [#local ospf = node.ospf]
router ${v6?string("ospf6", "ospf")}
 ${v6?string("ospf6", "ospf")} router-id ${ospf.router_id}
 log-adjacency-changes
  [#-- A neighbor that starts sends two LSAs within a second. Refusing the second (RFC 2328, 13 (5)(a))
       costs 5 to 10 s until it is retransmitted. --]
 timers lsa min-arrival 0
  [#if ospf.reference_bandwidth??]
 auto-cost reference-bandwidth ${ospf.reference_bandwidth}
  [/#if]
  [#list (ospf.import)!{} as source, how]
 redistribute ${(v6 && source == "rip")?string("ripng", source)}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#list]
  [#local default = ospf.default!false]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
 default-information originate[#rt]
    [#if how.always!false] always[/#if][#t]
    [#if how.cost??] metric ${how.cost}[/#if][#t]
    [#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if][#t]
    [#if how.policy??] route-map ${how.policy}[/#if][#t]

  [/#if]
  [#list ospf.areas![] as area]
    [#if area.kind != "regular"]
 area ${area.area} ${area.kind}[#if !(area.inter_area!true)] no-summary[/#if]
      [#if (area.default.cost)?? && !v6]
 area ${area.area} default-cost ${area.default.cost}
      [/#if]
    [/#if]
  [/#list]
exit
!
[/#macro]
[#macro all family v6]
  [#if (node.ospf.af[family])!false]
    [@instance v6/]
    [#list [node.loopback!{}] + (node.interfaces![]) as i]
      [#local has = i[family]!false]
      [#if (i.ospf!false)?is_hash && (!has?is_boolean || has)]
        [@interface i v6/]
      [/#if]
    [/#list]
  [/#if]
[/#macro]
[@all "ipv4" false/]
[@all "ipv6" true/]
