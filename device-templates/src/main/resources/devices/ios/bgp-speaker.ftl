[#-- What the BGP instance of the router and those of its VRFs have in common. --]
[#include "processes.ftl"]
[#-- One session for each transport: an IPv4 address and an IPv6 address. --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#if is_address(n.ipv4!)]
      [#local sessions += [{"peer": address(n.ipv4), "n": n, "ipv4": active.ipv4!false, "ipv6": n["6pe"]!false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local sessions += [{"peer": address(n.ipv6), "n": n, "ipv4": false, "ipv6": active.ipv6!false}]]
    [/#if]
  [/#list]
  [#return sessions]
[/#function]
[#function chain n][#return "netlab-" + n.name][/#function]
[#macro neighbors sessions indent]
  [#list sessions as s]
    [#local n = s.n]
${indent}neighbor ${s.peer} remote-as ${n.as}
    [#if n.name??]
${indent}neighbor ${s.peer} description ${one_line(n.description!n.name)}
    [/#if]
    [#if n.local_as??]
${indent}neighbor ${s.peer} local-as ${n.local_as}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
    [/#if]
    [#if (n._source_intf.ifname)?? && (node.role!"router") != "host"]
${indent}neighbor ${s.peer} update-source ${n._source_intf.ifname}
    [/#if]
    [#if n.multihop??]
${indent}neighbor ${s.peer} ebgp-multihop ${n.multihop}
    [/#if]
    [#if n.tcp_ao??]
${indent}neighbor ${s.peer} ao ${chain(n)} include-tcp-options
    [#elseif n.password??]
${indent}neighbor ${s.peer} password ${one_line(n.password)}
    [/#if]
    [#if n.timers??]
      [#-- One command for all; hold is three times keepalive where only one is said (RFC 4271, 10). --]
      [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${indent}neighbor ${s.peer} timers ${keepalive} ${n.timers.hold!(keepalive * 3)}[#if n.timers.min_hold??] ${n.timers.min_hold}[/#if]
    [/#if]
    [#if n.passive!false]
${indent}neighbor ${s.peer} transport connection-mode passive
    [/#if]
    [#if n.gtsm??]
${indent}neighbor ${s.peer} ttl-security hops ${n.gtsm}
    [/#if]
    [#if n.bfd!false]
${indent}neighbor ${s.peer} fall-over bfd
    [/#if]
  [/#list]
[/#macro]
[#-- Settings of a session within a family. --]
[#macro in_family s name]
  [#local n = s.n]
  [#local suffix = (name == "ipv6")?string("-ipv6", "")]
  neighbor ${s.peer} activate
  [#local kinds = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?has_content]
  neighbor ${s.peer} send-community ${(kinds?seq_contains("standard") && kinds?seq_contains("extended"))?then("both", kinds?first)}
  [/#if]
  [#if n.next_hop_self??]
  neighbor ${s.peer} next-hop-self[#if n.next_hop_self == "all"] all[/#if]
  [/#if]
  [#if n.rr_client!false]
  neighbor ${s.peer} route-reflector-client
  [/#if]
  [#if n.rs!false]
  neighbor ${s.peer} route-server-client
  [/#if]
  [#if n[name + "_label"]!false || (name == "ipv6" && (n["6pe"]!false))]
  neighbor ${s.peer} send-label
  [/#if]
  [#if n.allowas_in??]
  neighbor ${s.peer} allowas-in ${n.allowas_in}
  [/#if]
  [#if n.as_override!false]
  neighbor ${s.peer} as-override
  [/#if]
  [#if n.default_originate!false]
  neighbor ${s.peer} default-originate
  [/#if]
  [#if n.remove_private_as??]
    [#local how = n.remove_private_as]
  neighbor ${s.peer} remove-private-as[#if how?seq_contains("all") || how?seq_contains("replace")] all[/#if][#if how?seq_contains("replace")] replace-as[/#if]
  [/#if]
  [#if n.weight??]
  neighbor ${s.peer} weight ${n.weight}
  [/#if]
  [#if ((n.bandwidth.in)!"")?string == "auto"]
  neighbor ${s.peer} dmzlink-bw
  [/#if]
  [#list n.policy!{} as direction, policy]
  neighbor ${s.peer} route-map ${policy}${suffix} ${direction}
  [/#list]
[/#macro]
[#macro family bgp sessions name vrf]
 !
 address-family ${name}[#if vrf != ""] vrf ${vrf}[/#if]
  [#if vrf != "" && (bgp.router_id)??]
  bgp router-id ${bgp.router_id}
  [/#if]
  [#if sessions?filter(s -> ((s.n.bandwidth.in)!"")?string == "auto")?has_content]
  bgp dmzlink-bw
  [/#if]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
  network ${(name == "ipv4")?then(network(p.ipv4) + " mask " + netmask(p.ipv4), p[name])}
    [/#if]
  [/#list]
  [#list bgp.aggregate![] as a]
    [#if a[name]??]
      [#local suffix = (name == "ipv6")?string("-ipv6", "")]
  aggregate-address ${(name == "ipv4")?then(network(a.ipv4) + " " + netmask(a.ipv4), a[name])}[#if (a.summary_only!false) && !a.suppress_policy??] summary-only[/#if][#if a.suppress_policy??] suppress-map ${a.suppress_policy}${suffix}[/#if][#if a.attributes??] attribute-map ${a.attributes}${suffix}[/#if]
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as from, how]
  [#-- all kinds of OSPF routes; without `match` they are the internal ones alone --]
  redistribute ${source(from, name, vrf)}[#if from == "ospf"] match internal external 1 external 2[#elseif from == "isis"] level-1-2[/#if]${with_connected(from, name)}${policy(how, name)}
  [/#list]
  [#if vrf != ""]
    [@neighbors sessions?filter(s -> s[name]) "  "/]
  [/#if]
  [#list sessions?filter(s -> s[name]) as s]
    [@in_family s name/]
  [/#list]
  [#nested]
 exit-address-family
[/#macro]
