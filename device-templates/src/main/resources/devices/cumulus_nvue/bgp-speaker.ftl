[#-- What the BGP instances of the switch and of its VRFs have in common. --]
[#include "common.ftl"]
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
[#-- All kinds of communities go out unless they are switched off. --]
[#macro communities path n]
  [#local wanted = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#list {"standard": "regular", "extended": "extended", "large": "large"} as kind, word]
nv set ${path} community-advertise ${word} ${wanted?seq_contains(kind)?string("on", "off")}
  [/#list]
[/#macro]
[#macro family path s name]
  [#local n = s.n]
  [#local af = path + " address-family " + name + "-unicast"]
  [#if s[name]]
nv set ${af} enable on
    [#if n.next_hop_self??]
nv set ${af} nexthop-setting ${(n.next_hop_self == "all")?string("force", "self")}
    [/#if]
    [#if n.rr_client!false]
nv set ${af} route-reflector-client on
    [/#if]
    [#if n.allowas_in??]
nv set ${af} aspath allow-my-asn enable on
nv set ${af} aspath allow-my-asn occurrences ${n.allowas_in?c}
    [/#if]
    [@communities af n/]
  [#elseif name == "ipv4"]
    [#-- the one family that is on by itself --]
nv set ${af} enable off
  [/#if]
[/#macro]
[#macro neighbor path s]
  [#local n = s.n]
  [#local peer = path + " neighbor " + s.peer]
nv set ${peer} type ${(s.interface!false)?string("unnumbered", "numbered")}
nv set ${peer} remote-as ${n.as?c}
  [#if n.name??]
nv set ${peer} description ${quoted(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
nv set ${peer} local-as enable on
nv set ${peer} local-as asn ${n.local_as?c}
    [#if n.replace_global_as!true]
nv set ${peer} local-as prepend off
nv set ${peer} local-as replace on
    [/#if]
  [/#if]
  [#if (n._source_intf.ifname)??]
nv set ${peer} update-source ${n._source_intf.ifname}
  [/#if]
  [#if s.extended!false]
nv set ${peer} capabilities extended-nexthop on
  [/#if]
  [#if n.multihop??]
nv set ${peer} multihop-ttl ${n.multihop?c}
  [/#if]
  [@family peer s "ipv4"/]
  [@family peer s "ipv6"/]
[/#macro]
[#-- What an instance says of its own in a family. --]
[#macro routes path bgp name]
  [#local af = path + " address-family " + name + "-unicast"]
nv set ${af} enable on
  [#list bgp.advertise![] as p]
    [#if p[name]??]
nv set ${af} network ${p[name]}
    [/#if]
  [/#list]
  [#-- There is no OSPFv3 to take routes from. --]
  [#list ((bgp.import)!{})?keys?filter(s -> ["connected", "static"]?seq_contains(s) || (s == "ospf" && name == "ipv4")) as from]
nv set ${af} redistribute ${from} enable on
    [#if (bgp.import[from].policy)??]
nv set ${af} redistribute ${from} route-map ${bgp.import[from].policy}
    [/#if]
  [/#list]
[/#macro]
[#macro instance path bgp router_id]
nv set ${path} enable on
nv set ${path} router-id ${router_id}
  [#list sessions_of(bgp.neighbors![]) as s]
    [@neighbor path s/]
  [/#list]
[/#macro]
