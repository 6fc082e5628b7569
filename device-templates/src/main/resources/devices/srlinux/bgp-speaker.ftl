[#-- What the BGP instances of the router and of its VRFs have in common. --]
[#include "names.ftl"]
[#assign srl_families = ["ipv4", "ipv6"]]
[#-- One session for each transport: an IPv4 address, an IPv6 address, an interface. It carries the
     family of its transport, and IPv4 too when the link has no IPv4 address (RFC 8950). --]
[#function srl_sessions neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#local borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
    [#if is_address(n.ipv4!)]
      [#local sessions += [{"peer": n.ipv4, "n": n, "over": "ipv4", "ipv4": active.ipv4!false, "ipv6": false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local extended = (borrowed && !n.local_if??) || (n.extended_nexthop!false)]
      [#local sessions += [{"peer": n.ipv6, "n": n, "over": "ipv6", "extended": extended, "ipv4": borrowed && !n.local_if??, "ipv6": active.ipv6!false}]]
    [/#if]
    [#if n.local_if??]
      [#local lla = !is_address(n.ipv6!) && (active.ipv6!false)]
      [#local sessions += [{"interface": srl_port({"ifname": n.local_if}), "n": n, "over": "ipv6", "extended": borrowed, "ipv4": borrowed, "ipv6": lla}]]
    [/#if]
  [/#list]
  [#return sessions]
[/#function]
[#-- Peers on an interface come up by themselves and find their settings in a group (Routing Protocols
     Guide, BGP unnumbered peering); they wait for the other's router advertisement. --]
[#macro srl_dynamic at s]
  [#local interface = at + " dynamic-neighbors interface " + s.interface]
  [#local ra = srl_subinterface(s.interface) + " ipv6 router-advertisement router-role"]
${interface} peer-group on-${s.interface}
${interface} allowed-peer-as [ ${s.n.as?c} ]
${ra} admin-state enable
${ra} max-advertisement-interval 4
${ra} min-advertisement-interval 3
[/#macro]
[#-- What is announced: routes of BGP, prefixes of the lab, and routes of other protocols that the lab
     imports. It is the first policy of a session; that of the lab, or one that accepts all, is the next. --]
[#macro srl_announcements policy bgp]
  [#local line = "set / routing-policy policy " + policy]
${line} default-action policy-result reject
  [#list srl_families as f]
    [#list (bgp.advertise![])?filter(p -> p[f]??) as p]
set / routing-policy prefix-set ${policy} prefix ${prefix(p[f])} mask-length-range exact
    [/#list]
  [/#list]
  [#if (bgp.advertise![])?filter(p -> p.ipv4?? || p.ipv6??)?has_content]
${line} statement prefixes match prefix prefix-set ${policy}
${line} statement prefixes action policy-result next-policy
  [/#if]
[@srl_accept_protocols policy=policy sources=(bgp.import!{})?keys + ["bgp"]]next-policy[/@]
[/#macro]
[#macro srl_session at s announce]
  [#local n = s.n]
  [#local to = at + (s.interface??)?then(" group on-" + s.interface!"", " neighbor " + s.peer!"")]
  [#if s.peer??]
${to} peer-group ${(n.type == "ibgp")?then("ibgp", "ebgp")}
  [/#if]
  [#if !s.interface??]
${to} peer-as ${n.as?c}
  [/#if]
  [#if n.name??]
${to} description ${srl_text(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
${to} local-as as-number ${n.local_as?c}
    [#if n.replace_global_as!true]
${to} local-as prepend-global-as false
    [/#if]
  [/#if]
  [#if (n._source_intf)?? && is_address(n._source_intf[s.over]!)]
${to} transport local-address ${address(n._source_intf[s.over])}
  [/#if]
  [#if n.multihop??]
${to} multihop admin-state enable
${to} multihop maximum-hops ${n.multihop}
  [/#if]
  [#if n.password??]
${to} authentication password ${srl_text(n.password)}
  [/#if]
  [#-- hold is three times keepalive where only one is said (RFC 4271, 10) --]
  [#if n.timers??]
    [#local keepalive = n.timers.keepalive!((n.timers.hold!90) / 3)?int]
${to} timers hold-time ${n.timers.hold!(keepalive * 3)}
${to} timers keepalive-interval ${keepalive}
  [/#if]
  [#if n.passive!false]
${to} transport passive-mode true
  [/#if]
  [#if n.bfd!false]
${to} failure-detection enable-bfd true
  [/#if]
  [#if n.rr_client!false]
${to} route-reflector client true
  [/#if]
  [#-- Also reflected routes get it, so that a reflector without external neighbors does without. --]
  [#if n.next_hop_self?? && (n.next_hop_self == "all" || !(n.rr_client!false) || srl_external)]
${to} next-hop-self true
  [/#if]
  [#if n.allowas_in??]
${to} as-path-options allow-own-as ${n.allowas_in}
  [/#if]
  [#if n.as_override!false]
${to} as-path-options replace-peer-as true
  [/#if]
  [#if n.remove_private_as??]
${to} as-path-options remove-private-as mode ${n.remove_private_as?seq_contains("replace")?then("replace", "delete")}
  [/#if]
  [#list srl_families as f]
    [#if s[f] && (n.default_originate!false)]
${to} send-default-route ${f}-unicast true
    [/#if]
  [/#list]
  [#local kinds = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#list srl_families as f]
    [#if srl_enabled[f]]
      [#local family = to + " afi-safi " + f + "-unicast"]
${family} admin-state ${s[f]?then("enable", "disable")}
      [#if s[f]]
${family} import-policy [ ${(n.policy.in)!"everything"} ]
${family} export-policy [ ${announce} ${(n.policy.out)!"everything"} ]
        [#if kinds?has_content]
${family} send-community-type [ ${kinds?join(" ")} ]
        [/#if]
        [#if f == "ipv4" && (s.extended!false)]
${family} ipv4-unicast advertise-ipv6-next-hops true
${family} ipv4-unicast receive-ipv6-next-hops true
        [/#if]
      [/#if]
    [/#if]
  [/#list]
  [#-- The peer of a lab is a second late, not down: do not wait two minutes for the next try. --]
${to} timers connect-retry 10
${to} timers minimum-advertisement-interval 1
[/#macro]
[#macro srl_bgp vrf bgp families]
  [#local at = srl_instance(vrf) + " protocols bgp"]
  [#local sessions = srl_sessions(bgp.neighbors![])]
  [#local announce = "bgp-announce" + (vrf == "")?then("", "-" + vrf)]
  [#assign srl_external = sessions?filter(s -> s.n.type != "ibgp")?has_content]
  [#assign srl_enabled = families]
set / routing-policy policy everything default-action policy-result accept
  [@srl_announcements announce bgp/]
${at} admin-state enable
${at} autonomous-system ${node.bgp.as?c}
${at} router-id ${bgp.router_id!node.bgp.router_id}
${at} ebgp-default-policy import-reject-all false
${at} ebgp-default-policy export-reject-all false
  [#if node.bgp.locpref??]
${at} local-preference ${node.bgp.locpref}
  [/#if]
  [#if (bgp.rr!false) && bgp.rr_cluster_id??]
${at} route-reflector cluster-id ${bgp.rr_cluster_id}
  [/#if]
  [#list srl_families?filter(f -> families[f]) as f]
${at} afi-safi ${f}-unicast admin-state enable
${at} afi-safi ${f}-unicast multipath maximum-paths 16
  [/#list]
  [#if !families.ipv4 && !families.ipv6]
${at} afi-safi ipv4-unicast admin-state disable
  [/#if]
  [#list ["ebgp", "ibgp"] as kind]
    [#if sessions?filter(s -> s.peer?? && (s.n.type == "ibgp") == (kind == "ibgp"))?has_content]
${at} group ${kind} admin-state enable
    [/#if]
  [/#list]
  [#list sessions as s]
    [#if s.interface??]
      [@srl_dynamic at s/]
    [/#if]
    [@srl_session at s announce/]
  [/#list]
[/#macro]
