[#-- What the switch's BGP instance and those of its VRFs have in common. --]
[#include "processes.ftl"]
[#-- One session for each transport: an IPv4 address, an IPv6 address, an interface. --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#local borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
    [#if is_address(n.ipv4!)]
      [#local sessions += [{"peer": n.ipv4, "n": n, "transport": "ipv4", "ipv4": active.ipv4!false, "ipv6": false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local sessions += [{"peer": n.ipv6, "n": n, "transport": "ipv6", "ipv4": borrowed && !n.local_if??, "ipv6": active.ipv6!false}]]
    [/#if]
    [#if n.local_if??]
      [#local lla = !is_address(n.ipv6!) && (active.ipv6!false)]
      [#local sessions += [{"peer": "interface " + n.local_if, "n": n, "transport": "interface", "ipv4": borrowed, "ipv6": lla}]]
    [/#if]
  [/#list]
  [#return sessions]
[/#function]
[#macro neighbors sessions indent]
  [#list sessions as s]
    [#local n = s.n]
${indent}neighbor ${s.peer}
    [#if n.name??]
${indent} description "${one_line(n.description!n.name)?replace('"', "'")}"
    [/#if]
${indent} remote-as ${n.as?c}
    [#if n.local_as??]
      [#-- there is no word that leaves the switch's own AS out of what it sends --]
${indent} local-as ${n.local_as?c}[#if n.replace_global_as!true] no-prepend[/#if]
    [/#if]
    [#if (n._source_intf.ifname)??]
${indent} update-source ${n._source_intf.ifname}
    [/#if]
    [#if n.multihop??]
${indent} ebgp-multihop ${n.multihop?c}
    [/#if]
    [#if n.password??]
${indent} password ${one_line(n.password)?contains(" ")?then('"' + one_line(n.password) + '"', one_line(n.password))}
    [/#if]
    [#if n.timers??]
      [#-- one command for both; hold is three times keepalive where only one is said (RFC 4271, 10) --]
      [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${indent} timers ${keepalive?c} ${(n.timers.hold!(keepalive * 3))?c}
    [/#if]
    [#if n.bfd!false]
${indent} bfd
    [/#if]
    [#list (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![] as kind]
      [#if ["standard", "extended"]?seq_contains(kind)]
${indent} send-community ${kind}
      [/#if]
    [/#list]
    [#if n.remove_private_as??]
${indent} remove-private-as
    [/#if]
    [#if n.rr_client!false]
${indent} route-reflector-client
    [/#if]
    [#if n.weight??]
${indent} weight ${n.weight?c}
    [/#if]
    [#-- routes go out every 30 s to external neighbors, which is late for a lab --]
${indent} advertisement-interval 1
${indent} no shutdown
    [#list ["ipv4", "ipv6"] as family]
      [#if s[family]]
[@unicast s family indent + " "/]
      [#elseif family == "ipv4"]
        [#-- IPv4 is on by itself for every neighbor --]
${indent} address-family ipv4 unicast
${indent}  no activate
${indent}  exit
      [/#if]
    [/#list]
    [#if n.evpn?? && n.evpn == s.transport]
${indent} address-family l2vpn evpn
${indent}  activate
[@loops n indent + "  "/]
${indent}  exit
    [/#if]
${indent} exit
  [/#list]
[/#macro]
[#-- A peer's own AS in the path keeps a route from it here, not there, as everywhere else. --]
[#macro loops n indent]
  [#if n.type != "ibgp"]
${indent}no sender-side-loop-detection
  [/#if]
[/#macro]
[#macro unicast s family indent]
  [#local n = s.n]
${indent}address-family ${family} unicast
${indent} activate
  [#if n.next_hop_self??]
${indent} next-hop-self
  [/#if]
  [#if n.allowas_in??]
${indent} allowas-in ${n.allowas_in?c}
  [/#if]
  [#if n.default_originate!false]
${indent} default-originate
  [/#if]
  [#list n.policy!{} as direction, policy]
${indent} route-map ${policy}${(family == "ipv6")?string("-ipv6", "")} ${direction}
  [/#list]
[@loops n indent + " "/]
${indent} exit
[/#macro]
[#macro families bgp names vrf indent]
  [#list names as family]
${indent}address-family ${family} unicast
    [#list bgp.aggregate![] as a]
      [#if a[family]??]
${indent} aggregate-address ${a[family]}[#rt]
        [#if (a.summary_only!false) && !a.suppress_policy??] summary-only[/#if][#t]
        [#if a.attributes??] attribute-map ${a.attributes}${(family == "ipv6")?string("-ipv6", "")}[/#if][#t]
        [#if a.suppress_policy??] suppress-map ${a.suppress_policy}${(family == "ipv6")?string("-ipv6", "")}[/#if][#lt]
      [/#if]
    [/#list]
    [#list bgp.advertise![] as p]
      [#if p[family]??]
${indent} network ${p[family]}
      [/#if]
    [/#list]
    [#list (bgp.import)!{} as source, how]
${indent} redistribute ${source}[#if source == "ospf"] ${process_of(vrf)?c}[/#if]${policy(how, family)}
    [/#list]
    [#nested family]
${indent} exit
  [/#list]
[/#macro]
