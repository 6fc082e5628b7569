[#function carries i family]
  [#local has = i[family]!false]
  [#return (i.ospf!false)?is_hash && (!has?is_boolean || has)]
[/#function]
[#function all family]
  [#return ports?filter(i -> carries(i, family))]
[/#function]
[#macro settings i command v6]
  [#local o = i.ospf]
   ${command} area ${o.area}
  [#if o.network_type?? && i.type != "loopback"]
   ${command} network ${o.network_type}
  [/#if]
  [#if o.cost??]
   ${command} cost ${o.cost}
  [/#if]
  [#if (o.timers.hello)??]
   ${command} hello-interval ${o.timers.hello}
  [/#if]
  [#if (o.timers.dead)??]
   ${command} dead-interval ${o.timers.dead}
  [/#if]
  [#if o.priority??]
   ${command} priority ${o.priority}
  [/#if]
  [#if o.password?? && !v6]
   ip ospf authentication
   ip ospf authentication-key 0 ${o.password}
  [/#if]
  [#if o.bfd!false]
   ${v6?string("ospfv3 bfd", "ip ospf neighbor bfd")}
  [/#if]
  [#if (o.passive!false) && v6]
   ospfv3 ipv6 passive-interface
  [/#if]
[/#macro]
[#macro process_settings indent family]
${indent}router-id ${ospf.router_id}
  [#if ospf.reference_bandwidth??]
${indent}auto-cost reference-bandwidth ${ospf.reference_bandwidth}
  [/#if]
  [#list ospf.areas![] as area]
    [#if area.kind != "regular"]
${indent}area ${area.area} ${area.kind}[#if !(area.inter_area!true)] no-summary[/#if]
      [#if (area.default.cost)??]
${indent}area ${area.area} default-cost ${area.default.cost}
      [/#if]
    [/#if]
    [#list (area.range![])?filter(r -> r[family]??) as range]
${indent}area ${area.area} range ${range[family]}[#if range.cost??] cost ${range.cost?c}[/#if]
    [/#list]
    [#list (area.filter![])?filter(r -> r[family]??) as range]
${indent}area ${area.area} range ${range[family]} not-advertise
    [/#list]
  [/#list]
  [#list ospf.import!{} as source, how]
${indent}redistribute ${(source == "ripv2")?string("rip", source)}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}${(family == "ipv6")?string("-ipv6", "")}[/#if]
  [/#list]
  [#local default = ospf.default!false]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
${indent}default-information originate[#rt]
    [#if how.always!false] always[/#if][#t]
    [#if how.cost??] metric ${how.cost}[/#if][#t]
    [#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if][#t]
    [#if how.policy??] route-map ${how.policy}${(family == "ipv6")?string("-ipv6", "")}[/#if][#t]

  [/#if]
[/#macro]
[#-- The process of the router, and one for each VRF. --]
[#assign instances = []]
[#if node.ospf??]
  [#assign instances += [{"of": node.ospf, "id": node.ospf.process!1, "within": "", "ports": [node.loopback!{}] + (node.interfaces![])}]]
[/#if]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.ospf!false)?is_hash]
    [#assign instances += [{"of": vrf.ospf, "id": vrf.vrfidx, "within": " vrf " + name, "ports": vrf.ospf.interfaces![]}]]
  [/#if]
[/#list]
[#list instances as instance]
  [#assign ospf = instance.of]
  [#assign process = instance.id]
  [#assign within = instance.within]
  [#assign ports = instance.ports]
  [#if (ospf.af.ipv4)!false]
router ospf ${process}${within}
  [@process_settings "   " "ipv4"/]
  [#list all("ipv4")?filter(i -> i.ospf.passive!false) as i]
   passive-interface ${i.ifname}
  [/#list]
!
  [#list all("ipv4") as i]
interface ${i.ifname}
    [@settings i "ip ospf" false/]
!
  [/#list]
  [/#if]
  [#if (ospf.af.ipv6)!false]
router ospfv3${within}
   address-family ipv6
  [@process_settings "      " "ipv6"/]
!
  [#list all("ipv6") as i]
interface ${i.ifname}
    [@settings i "ospfv3 ipv6" true/]
!
  [/#list]
  [/#if]
[/#list]
