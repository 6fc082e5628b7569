[#-- One session for each transport: an IPv4 address, an IPv6 address, an interface. It carries the
     family of its transport, and IPv4 too when the link has no IPv4 address (RFC 8950). --]
[#assign bgp = node.bgp]
[#assign sessions = []]
[#list bgp.neighbors![] as n]
  [#assign active = n.activate!{}]
  [#assign borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
  [#if is_address(n.ipv4!)]
    [#assign sessions += [{"peer": n.ipv4, "n": n, "ipv4": active.ipv4!false, "ipv6": false}]]
  [/#if]
  [#if is_address(n.ipv6!)]
    [#assign extended = borrowed && !n.local_if??]
    [#assign sessions += [{"peer": n.ipv6, "n": n, "extended": extended, "ipv4": extended, "ipv6": active.ipv6!false}]]
  [/#if]
  [#if n.local_if??]
    [#assign lla = !is_address(n.ipv6!) && (active.ipv6!false)]
    [#assign sessions += [{"peer": n.local_if, "interface": true, "n": n, "ipv4": borrowed, "ipv6": lla}]]
  [/#if]
[/#list]
[#-- An interface session waits for the peer's router advertisement; every 10 s is late for a lab. --]
[#list sessions?filter(s -> s.interface!false) as s]
interface ${s.peer}
 no ipv6 nd suppress-ra
 ipv6 nd ra-interval 2
exit
!
[/#list]
router bgp ${bgp.as}
 bgp router-id ${bgp.router_id}
 bgp log-neighbor-changes
 no bgp default ipv4-unicast
 no bgp ebgp-requires-policy
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
 bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.confederation??]
 bgp confederation identifier ${bgp.confederation.as}
  [#if bgp.confederation.peers?has_content]
 bgp confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[#list sessions as s]
  [#assign n = s.n]
 neighbor ${s.peer}[#if s.interface!false] interface[/#if] remote-as ${n.as}
  [#if n.name??]
 neighbor ${s.peer} description ${one_line(n.name)}
  [/#if]
  [#if n.local_as??]
 neighbor ${s.peer} local-as ${n.local_as}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
  [/#if]
  [#if n.type == "ibgp" && node.loopback?? && (node.role!"router") != "host"]
 neighbor ${s.peer} update-source ${node.loopback.ifname}
  [/#if]
  [#if s.extended!false]
 neighbor ${s.peer} capability extended-nexthop
  [/#if]
  [#-- The peer of a lab is a second late, not down: do not wait two minutes for the next try. --]
 neighbor ${s.peer} timers connect 1
[/#list]
[#macro family name redistribution]
 !
 address-family ${name} unicast
  [#list bgp.advertise![] as p]
    [#if p[name]??]
  network ${p[name]}
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as source, how]
  redistribute ${redistribution[source]!source}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#list]
  [#list sessions?filter(s -> s[name]) as s]
  neighbor ${s.peer} activate
    [#if s.n.next_hop_self??]
  neighbor ${s.peer} next-hop-self[#if s.n.next_hop_self == "all"] force[/#if]
    [/#if]
    [#if s.n.rr_client!false]
  neighbor ${s.peer} route-reflector-client
    [/#if]
  no neighbor ${s.peer} send-community all
    [#list (bgp.community[s.n.type])!(bgp.community[(s.n.type == "ebgp")?string("ebgp", "ibgp")])![] as kind]
  neighbor ${s.peer} send-community ${kind}
    [/#list]
  [/#list]
 exit-address-family
[/#macro]
[#if (bgp.ipv4!false)]
  [@family "ipv4" {}/]
[/#if]
[#if (bgp.ipv6!false)]
  [@family "ipv6" {"ospf": "ospf6", "rip": "ripng"}/]
[/#if]
exit
!
