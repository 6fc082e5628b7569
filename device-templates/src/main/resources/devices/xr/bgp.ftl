[#include "common.ftl"]
[#-- One session for each transport, with the families that ride on it. --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as transport]
      [#local families = []]
      [#if active[transport]!false][#local families += [transport + " unicast"]][/#if]
      [#if transport == "ipv4" && (n["6pe"]!false)][#local families += ["ipv6 labeled-unicast"]][/#if]
      [#if (n.vpnv4!"") == transport][#local families += ["vpnv4 unicast"]][/#if]
      [#if (n.vpnv6!"") == transport][#local families += ["vpnv6 unicast"]][/#if]
      [#local sessions += [{"peer": address(n[transport]), "n": n, "families": families}]]
    [/#list]
  [/#list]
  [#return sessions]
[/#function]
[#function chain n][#return "netlab-" + n.name][/#function]
[#function external n][#return (n.as != (n.local_as!node.bgp.as)) && n.type != "ibgp"][/#function]
[#macro in_family s name pad]
  [#local n = s.n]
${pad}address-family ${name}
  [#if external(n) || n.policy??]
 [#-- Without policies an eBGP session of IOS XR carries no route. --]
${pad} route-policy ${(n.policy.in)!"netlab-pass"} in
${pad} route-policy ${(n.policy.out)!"netlab-pass"} out
  [/#if]
  [#local kinds = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if external(n)]
    [#if kinds?seq_contains("standard")]
${pad} send-community-ebgp
    [/#if]
    [#if kinds?seq_contains("extended")]
${pad} send-extended-community-ebgp
    [/#if]
  [/#if]
  [#if n.next_hop_self??]
${pad} next-hop-self
  [/#if]
  [#if n.rr_client!false]
${pad} route-reflector-client
  [/#if]
  [#if n.allowas_in??]
${pad} allowas-in ${n.allowas_in}
  [/#if]
  [#if n.as_override!false]
${pad} as-override
  [/#if]
  [#if (n.default_originate!false) && !name?starts_with("vpn")]
${pad} default-originate
  [/#if]
  [#list n.remove_private_as![] as how]
    [#-- `entire-aspath` removes them only where the path has no others --]
${pad} remove-private-AS${how?string?starts_with("ingress")?string(" inbound", "")}${["on", "true", "ingress"]?seq_contains(how?string)?string(" entire-aspath", "")}
  [/#list]
  [#if n.weight??]
${pad} weight ${n.weight}
  [/#if]
${pad}exit
[/#macro]
[#macro neighbor s pad]
  [#local n = s.n]
${pad}neighbor ${s.peer}
${pad} remote-as ${n.as}
  [#if n.name??]
${pad} description ${one_line(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
${pad} local-as ${n.local_as}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
  [/#if]
  [#if (n._source_intf.ifname)??]
${pad} update-source ${n._source_intf.ifname}
  [/#if]
  [#if n.multihop??]
${pad} ebgp-multihop ${n.multihop}
  [/#if]
  [#if n.tcp_ao??]
${pad} ao ${chain(n)} include-tcp-options enable
  [#elseif n.password??]
${pad} password clear ${one_line(n.password)}
  [/#if]
  [#if n.timers??]
    [#-- One command for all; hold is three times keepalive where only one is said (RFC 4271, 10). --]
    [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${pad} timers ${keepalive} ${n.timers.hold!(keepalive * 3)}[#if n.timers.min_hold??] ${n.timers.min_hold}[/#if]
  [/#if]
  [#if n.passive!false]
${pad} session-open-mode passive-only
  [/#if]
  [#if n.gtsm??]
${pad} ttl-security
  [/#if]
  [#list s.families as name]
    [@in_family s name pad + " "/]
  [/#list]
${pad}exit
[/#macro]
[#macro originated bgp name vrf pad]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
${pad}network ${prefix(p[name])}
    [/#if]
  [/#list]
  [#list (bgp.aggregate![])?filter(a -> a[name]??) as a]
${pad}aggregate-address ${a[name]}[#if a.summary_only!false] summary-only[/#if][#if a.attributes??] route-policy ${a.attributes}[/#if]
  [/#list]
  [#list (bgp.import)!{} as from, how]
${pad}redistribute ${source(from, name, vrf)}${policy(how)}
  [/#list]
[/#macro]
[#assign bgp = node.bgp]
[#assign sessions = ((node.module![])?seq_contains("bgp"))?then(sessions_of(bgp.neighbors![]), [])]
[#assign everyone = sessions]
[#assign inside = {}]
[#list node.vrfs!{} as name, vrf]
  [#if vrf.bgp??]
    [#assign inside += {name: sessions_of(vrf.bgp.neighbors![])}]
    [#assign everyone += inside[name]]
  [/#if]
[/#list]
route-policy netlab-pass
  pass
end-policy
[#assign chains = {}]
[#list everyone?filter(s -> s.n.tcp_ao??) as s]
  [#if !(chains[chain(s.n)])??]
    [#assign chains += {chain(s.n): true}]
key chain ${chain(s.n)}
 key 1
  accept-lifetime 00:00:00 january 01 2000 infinite
  send-lifetime 00:00:00 january 01 2000 infinite
  key-string password clear ${one_line(s.n.password)}
  cryptographic-algorithm ${s.n.tcp_ao?upper_case}
 exit
exit
tcp ao
 keychain ${chain(s.n)}
  key 1 sendID 1 receiveID 1
 exit
exit
  [/#if]
[/#list]
router bgp ${bgp.as}
 bgp router-id ${bgp.router_id}
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
 bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.locpref??]
 bgp default local-preference ${bgp.locpref}
[/#if]
[#if bgp.confederation??]
 bgp confederation identifier ${bgp.confederation.as}
  [#list bgp.confederation.peers![] as peer]
 bgp confederation peers ${peer}
  [/#list]
[/#if]
[#if bgp.rs_client!false]
 [#-- a route server does not put its own AS into the path --]
 bgp enforce-first-as disable
[/#if]
[#if sessions?filter(s -> (s.n.next_hop_self!"")?string == "all")?has_content]
 [#-- else routes that are reflected keep their next hop --]
 ibgp policy out enforce-modifications
[/#if]
[#-- A neighbor and a VRF can have no family that the router does not. --]
[#assign labels = sessions?filter(s -> s.families?seq_contains("ipv6 labeled-unicast"))?has_content]
[#list ["ipv4", "ipv6"]?filter(f -> (bgp[f]!false) || (labels && f == "ipv6") || sessions?filter(s -> s.families?seq_contains(f + " unicast"))?has_content) as name]
 address-family ${name} unicast
  [#if (node.module![])?seq_contains("bgp")]
    [@originated bgp name "" "  "/]
  [/#if]
  [#if labels && name == "ipv6"]
  allocate-label all
  [/#if]
 exit
[/#list]
[#list {"vpnv4": "ipv4", "vpnv6": "ipv6"} as name, family]
  [#if sessions?filter(s -> s.families?seq_contains(name + " unicast"))?has_content || inside?keys?filter(v -> (node.vrfs[v].af[family])!false)?has_content]
 address-family ${name} unicast
 exit
  [/#if]
[/#list]
[#list sessions as s]
  [@neighbor s " "/]
[/#list]
[#list inside as name, those]
  [#assign vrf = node.vrfs[name]]
 vrf ${name}
  rd ${vrf.rd}
  [#if (vrf.bgp.router_id)??]
  bgp router-id ${vrf.bgp.router_id}
  [/#if]
  [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
  address-family ${family} unicast
    [@originated vrf.bgp family name "   "/]
  exit
  [/#list]
  [#list those as s]
    [@neighbor s "  "/]
  [/#list]
 exit
[/#list]
exit
