[#-- What the BGP instances of the router and of its VRFs have in common. --]
[#include "processes.ftl"]
[#-- The interface of an external session; nothing for one between loopbacks. --]
[#function interface_of n]
  [#list (node.interfaces![])?filter(i -> n.ifindex?? && i.ifindex == n.ifindex) as i]
    [#return i]
  [/#list]
  [#return {}]
[/#function]
[#-- One session for each transport: an IPv4 address, an IPv6 address, an interface. It carries the
     family of its transport, and IPv4 too when the link has no IPv4 address (RFC 8950). --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#local borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
    [#if is_address(n.ipv4!)]
      [#local sessions += [{"peer": n.ipv4, "n": n, "ipv4": active.ipv4!false, "ipv6": false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local extended = (borrowed && !n.local_if??) || (n.extended_nexthop!false)]
      [#local sessions += [{"peer": n.ipv6, "n": n, "extended": extended, "ipv4": borrowed && !n.local_if??, "ipv6": active.ipv6!false}]]
    [/#if]
    [#if n.local_if??]
      [#local lla = !is_address(n.ipv6!) && (active.ipv6!false)]
      [#local sessions += [{"peer": n.local_if, "interface": true, "n": n, "ipv4": borrowed, "ipv6": lla}]]
    [/#if]
  [/#list]
  [#return sessions]
[/#function]
[#-- An interface session waits for the peer's router advertisement; every 10 s is late for a lab. --]
[#macro advertisements sessions]
  [#list sessions?filter(s -> s.interface!false) as s]
interface ${s.peer}
 no ipv6 nd suppress-ra
 ipv6 nd ra-interval 2
exit
!
  [/#list]
[/#macro]
[#macro neighbors sessions]
  [#list sessions as s]
    [#local n = s.n]
 neighbor ${s.peer}[#if s.interface!false] interface[/#if] remote-as ${n.as}
    [#if n.name??]
 neighbor ${s.peer} description ${one_line(n.description!n.name)}
  [/#if]
    [#if n.local_as??]
 neighbor ${s.peer} local-as ${n.local_as}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
  [/#if]
    [#if (n._source_intf.ifname)?? && (node.role!"router") != "host"]
 neighbor ${s.peer} update-source ${n._source_intf.ifname}
  [/#if]
    [#if s.extended!false]
 neighbor ${s.peer} capability extended-nexthop
  [/#if]
    [#if n.multihop??]
 neighbor ${s.peer} ebgp-multihop ${n.multihop}
  [/#if]
    [#if n.password??]
 neighbor ${s.peer} password ${one_line(n.password)}
  [/#if]
    [#if n.timers??]
    [#-- One command for both; hold is three times keepalive where only one is said (RFC 4271, 10). --]
    [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
 neighbor ${s.peer} timers ${keepalive} ${n.timers.hold!(keepalive * 3)}
  [/#if]
    [#if n.passive!false]
 neighbor ${s.peer} passive
  [/#if]
    [#if n.gtsm??]
 neighbor ${s.peer} ttl-security hops ${n.gtsm}
  [/#if]
    [#if n.bfd!false]
 neighbor ${s.peer} bfd
 neighbor ${s.peer} bfd profile ${bfd_profile(interface_of(n))}
  [/#if]
    [#if n.gr??]
 neighbor ${s.peer} graceful-restart${{"enable": "", "disable": "-disable", "helper": "-helper"}[n.gr]}
  [/#if]
    [#if n.role??]
 neighbor ${s.peer} local-role ${n.role.name}[#if n.role.strict!false] strict-mode[/#if]
  [/#if]
    [#if n.rs_client!false]
 no neighbor ${s.peer} enforce-first-as
  [/#if]
    [#-- The peer of a lab is a second late, not down: do not wait two minutes for the next try. --]
 neighbor ${s.peer} timers connect 1
[/#list]
[/#macro]
[#-- A family of an instance, with lines that only this instance has there in between. --]
[#macro family bgp sessions name]
 [#local suffix = (name == "ipv6")?string("-ipv6", "")]
 !
 address-family ${name} unicast
  [#list bgp.advertise![] as p]
    [#if p[name]??]
  network ${p[name]}
    [/#if]
  [/#list]
  [#list bgp.aggregate![] as a]
    [#if a[name]??]
  aggregate-address ${a[name]}[#if (a.summary_only!false) && !a.suppress_policy??] summary-only[/#if][#if a.attributes??] route-map ${a.attributes}${suffix}[/#if][#if a.suppress_policy??] suppress-map ${a.suppress_policy}${suffix}[/#if]
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as from, how]
  redistribute ${source(from, name)}${policy(how, name)}
  [/#list]
  [#list sessions?filter(s -> s[name]) as s]
  neighbor ${s.peer} activate
    [#if s.n.next_hop_self??]
  neighbor ${s.peer} next-hop-self[#if s.n.next_hop_self == "all"] force[/#if]
    [/#if]
    [#if s.n.rr_client!false]
  neighbor ${s.peer} route-reflector-client
    [/#if]
    [#if s.n.rs!false]
  neighbor ${s.peer} route-server-client
    [/#if]
    [#if s.n.allowas_in??]
  neighbor ${s.peer} allowas-in ${s.n.allowas_in}
    [/#if]
    [#if s.n.as_override!false]
  neighbor ${s.peer} as-override
    [/#if]
    [#if s.n.default_originate!false]
  neighbor ${s.peer} default-originate
    [/#if]
    [#if s.n.remove_private_as??]
      [#local how = s.n.remove_private_as]
  neighbor ${s.peer} remove-private-AS[#if how?seq_contains("all")] all[/#if][#if how?seq_contains("replace")] replace-AS[/#if]
    [/#if]
    [#if s.n.weight??]
  neighbor ${s.peer} weight ${s.n.weight}
    [/#if]
    [#list s.n.policy!{} as direction, policy]
  neighbor ${s.peer} route-map ${policy}${suffix} ${direction}
    [/#list]
  no neighbor ${s.peer} send-community all
    [#list (node.bgp.community[s.n.type])!(node.bgp.community[(s.n.type == "ebgp")?string("ebgp", "ibgp")])![] as kind]
  neighbor ${s.peer} send-community ${kind}
    [/#list]
  [/#list]
  [#nested]
 exit-address-family
[/#macro]
