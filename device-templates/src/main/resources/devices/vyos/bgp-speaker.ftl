[#-- What the BGP instances of the router and of its VRFs have in common. --]
[#include "paths.ftl"]
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
[#-- Communities go out unless they are switched off; large ones always. --]
[#macro communities peer n]
  [#local wanted = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])!["standard"]]
  [#list ["standard", "extended"]?filter(k -> !wanted?seq_contains(k)) as kind]
${peer} disable-send-community ${kind}
  [/#list]
[/#macro]
[#macro family path s name]
  [#local n = s.n]
  [#local peer = path + " neighbor " + s.peer + " address-family " + name + "-unicast"]
  [#local suffix = (name == "ipv6")?string("-ipv6", "")]
${peer}
  [#if n.next_hop_self??]
${peer} nexthop-self[#if n.next_hop_self == "all"] force[/#if]
  [/#if]
  [#if n.rr_client!false]
${peer} route-reflector-client
  [/#if]
  [#if n.allowas_in??]
${peer} allowas-in number '${n.allowas_in}'
  [/#if]
  [#if n.as_override!false]
${peer} as-override
  [/#if]
  [#if n.default_originate!false]
${peer} default-originate
  [/#if]
  [#if n.remove_private_as??]
${peer} remove-private-as
  [/#if]
  [#list n.policy!{} as direction, policy]
${peer} route-map ${(direction == "in")?string("import", "export")} '${policy}${suffix}'
  [/#list]
  [@communities peer n/]
[/#macro]
[#macro neighbor path s]
  [#local n = s.n]
  [#local peer = path + " neighbor " + s.peer]
${peer}[#if s.interface!false] interface v6only[/#if] remote-as '${n.as?c}'
  [#if n.name??]
${peer} description ${quoted(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
${peer} local-as ${n.local_as?c}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
  [/#if]
  [#if (n._source_intf.ifname)??]
${peer} update-source '${n._source_intf.ifname}'
  [/#if]
  [#if s.extended!false]
${peer} capability extended-nexthop
  [/#if]
  [#if n.multihop??]
${peer} ebgp-multihop '${n.multihop}'
  [/#if]
  [#if n.password??]
${peer} password ${quoted(n.password)}
  [/#if]
  [#if n.bfd!false]
${peer} bfd profile '${bfd_profile(interface_of(n))}'
  [/#if]
  [#-- The peer of a lab is a second late, not down: do not wait two minutes for the next try. --]
${peer} timers connect '1'
  [#list ["ipv4", "ipv6"]?filter(f -> s[f]) as name]
    [@family path s name/]
  [/#list]
[/#macro]
[#-- What an instance says of its own in a family. --]
[#macro routes path bgp name]
  [#local family = path + " address-family " + name + "-unicast"]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
${family} network ${p[name]}
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as from, how]
${family} redistribute ${source(from, name)}${policy(how, name)}
  [/#list]
[/#macro]
[#macro instance path bgp router_id]
${path} system-as '${node.bgp.as?c}'
${path} parameters router-id '${router_id}'
${path} parameters log-neighbor-changes
  [#if node.bgp.locpref??]
${path} parameters default local-pref '${node.bgp.locpref?c}'
  [/#if]
  [#list sessions_of(bgp.neighbors![]) as s]
    [@neighbor path s/]
  [/#list]
[/#macro]
