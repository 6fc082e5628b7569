[#-- What the BGP instances of the router and of its VRFs have in common. --]
[#include "common.ftl"]
[#-- One session for each transport; it carries the family of its transport, and those that ride on it. --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as transport]
      [#local families = []]
      [#if active[transport]!false]
        [#local families += [(transport == "ipv6")?string("inet6", "inet")]]
      [/#if]
      [#if transport == "ipv6" && ((n.ipv4_rfc8950!false) || (n.extended_nexthop!false)) && (active.ipv4!false)]
        [#local families += ["extended"]]
      [/#if]
      [#if (n.vpnv4!"") == transport || (transport == "ipv6" && ((n.srv6.vpn)![])?seq_contains("ipv4"))][#local families += ["inet-vpn"]][/#if]
      [#if (n.vpnv6!"") == transport || (transport == "ipv6" && ((n.srv6.vpn)![])?seq_contains("ipv6"))][#local families += ["inet6-vpn"]][/#if]
      [#if (n.evpn!"") == transport][#local families += ["evpn"]][/#if]
      [#if families?has_content]
        [#local sessions += [{"peer": n[transport], "n": n, "families": families}]]
      [/#if]
    [/#list]
  [/#list]
  [#return sessions]
[/#function]
[#function group_of n]
  [#local internal = n.type == "ibgp" || n.type == "localas_ibgp"]
  [#return n.type?replace("_", "-") + (internal && (n.rr_client!false))?string("-clients", "")]
[/#function]
[#-- The interface of a session over a link. --]
[#function interface_of n]
  [#list (node.interfaces![])?filter(i -> n.ifindex?? && i.ifindex == n.ifindex) as i]
    [#return i]
  [/#list]
  [#return {}]
[/#function]
[#function kinds_to_strip n]
  [#local kept = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#return ["standard", "extended", "large"]?filter(kind -> !kept?seq_contains(kind))]
[/#function]
[#function prefix_of vrf][#return (vrf == "")?then("", vrf + "-")][/#function]
[#-- The policies that a route passes on its way out: what may be announced at all, changes, the lab's own policy, yes. --]
[#function exports n vrf]
  [#local chain = [prefix_of(vrf) + "bgp-routes"]]
  [#if n.default_originate!false]
    [#local chain = ["bgp-default-route"] + chain]
  [/#if]
  [#if (n.next_hop_self!"") == "all"]
    [#local chain += ["next-hop-self-all"]]
  [#elseif n.next_hop_self??]
    [#local chain += ["next-hop-self"]]
  [/#if]
  [#list kinds_to_strip(n) as kind]
    [#local chain += ["no-" + kind + "-communities"]]
  [/#list]
  [#return chain + [(n.policy.out)!"bgp-accept"]]
[/#function]
[#macro unicast family n]
                family ${family} {
                    unicast {
  [#if n.allowas_in??]
                        loops ${n.allowas_in};
  [/#if]
[#nested]
                    }
                }
[/#macro]
[#macro families s]
  [#list s.families as family]
    [#local service = !family?ends_with("vpn") && ((s.n.srv6.bgp)![])?seq_contains((family == "inet6")?string("ipv6", "ipv4"))]
    [#if family == "evpn"]
                family evpn {
                    signaling;
                }
    [#elseif family == "extended"]
[@unicast "inet" s.n]
                        extended-nexthop;
                        [#if service]advertise-srv6-service;
                        accept-srv6-service;[/#if]
[/@unicast]
    [#else]
[@unicast family s.n]
      [#if s.n.srv6?? && (service || family?ends_with("vpn"))]
                        advertise-srv6-service;
                        accept-srv6-service;
      [/#if]
[/@unicast]
    [/#if]
  [/#list]
[/#macro]
[#macro neighbor s vrf]
  [#local n = s.n]
            neighbor ${s.peer} {
  [#if n.name??]
                description ${quoted(n.description!n.name)};
  [/#if]
  [#if n.type == "ibgp"]
    [#if (n._source_intf)??]
      [#local own = n._source_intf[(s.peer?contains(":"))?string("ipv6", "ipv4")]!]
      [#if is_address(own)]
                local-address ${address(own)};
      [/#if]
    [/#if]
  [#elseif n.type != "localas_ibgp"]
                peer-as ${n.as?c};
  [/#if]
  [#if n._source_intf?? && n.type != "ibgp"]
    [#local own = n._source_intf[(s.peer?contains(":"))?string("ipv6", "ipv4")]!]
    [#if is_address(own)]
                local-address ${address(own)};
    [/#if]
  [/#if]
  [#if n.local_as??]
    [#if n.type == "localas_ibgp"]
                local-as ${n.local_as?c};
    [#else]
                local-as ${n.local_as?c} [#if n.replace_global_as!true]no-prepend-global-as[#else]private[/#if];
    [/#if]
  [/#if]
  [#if n.multihop??]
                multihop {
                    ttl ${n.multihop};
                }
  [/#if]
  [#if n.password??]
                authentication-key ${quoted(n.password)};
  [/#if]
  [#-- Keepalives are sent three times in a hold time; there is no timer of their own. --]
  [#if n.timers??]
                hold-time ${(n.timers.hold)!((n.timers.keepalive)!60) * 3};
  [/#if]
  [#if (n.timers.min_hold)??]
                minimum-hold-time ${n.timers.min_hold};
  [/#if]
  [#if n.passive!false]
                passive;
  [/#if]
  [#if n.as_override!false]
                as-override;
  [/#if]
  [#if n.remove_private_as??]
    [#local how = n.remove_private_as]
                remove-private[#if how?seq_contains("all") || how?seq_contains("replace")] {
                    all[#if how?seq_contains("replace")] {
                        replace;
                    }[#else];[/#if]
                }[#else];[/#if]
  [/#if]
  [#if n.bfd!false]
[@bfd_timers interface_of(n)/]
  [/#if]
[@families s/]
  [#if (n.policy.in)??]
                import ${n.policy.in};
  [/#if]
                export [ ${exports(n, vrf)?join(" ")} ];
            }
[/#macro]
[#macro groups sessions vrf]
  [#local names = {}]
  [#list sessions as s]
    [#local names += {group_of(s.n): true}]
  [/#list]
  [#list names?keys as name]
        group ${name} {
            type ${name?contains("ibgp")?string("internal", "external")};
    [#if name?ends_with("-clients")]
            cluster ${(node.bgp.rr_cluster_id)!(node.bgp.router_id)};
    [/#if]
    [#list sessions?filter(s -> group_of(s.n) == name) as s]
[@neighbor s vrf/]
    [/#list]
        }
  [/#list]
[/#macro]
[#-- Which routes BGP may announce: those of BGP, prefixes that it originates, and routes that it takes from others. --]
[#macro routes_policy bgp vrf]
policy-options {
    policy-statement ${prefix_of(vrf)}bgp-routes {
        term bgp {
            from protocol bgp;
            then next policy;
        }
  [#list ["ipv4", "ipv6"] as family]
    [#if (bgp.advertise![])?filter(p -> is_address(p[family]!))?has_content]
        term originate-${family} {
            from {
                protocol [ direct static local ];
      [#list bgp.advertise?filter(p -> is_address(p[family]!)) as p]
                route-filter ${prefix(p[family])} exact;
      [/#list]
            }
            then next policy;
        }
    [/#if]
  [/#list]
  [@import_terms bgp.import!{} "any" "next policy"/]
        then reject;
    }
}
[/#macro]
[#-- Policies that sessions of all instances name, each only where one does. --]
[#macro session_policies sessions]
policy-options {
    policy-statement bgp-accept {
        then accept;
    }
  [#if sessions?filter(s -> (s.n.next_hop_self!"") == "all")?has_content]
    policy-statement next-hop-self-all {
        term bgp {
            from protocol bgp;
            then {
                next-hop self;
            }
        }
    }
  [/#if]
  [#if sessions?filter(s -> s.n.next_hop_self?? && s.n.next_hop_self != "all")?has_content]
    policy-statement next-hop-self {
        term external {
            from {
                protocol bgp;
                route-type external;
            }
            then {
                next-hop self;
            }
        }
    }
  [/#if]
  [#list {"standard": "*:*", "extended": "target:*:*", "large": "large:*:*:*"} as kind, pattern]
    [#if sessions?filter(s -> kinds_to_strip(s.n)?seq_contains(kind))?has_content]
    community every-${kind} members ${pattern};
    policy-statement no-${kind}-communities {
        then {
            community delete every-${kind};
        }
    }
    [/#if]
  [/#list]
  [#if sessions?filter(s -> s.n.default_originate!false)?has_content]
    policy-statement bgp-default-route {
        term ipv4 {
            from {
                route-filter 0.0.0.0/0 exact;
            }
            then accept;
        }
        term ipv6 {
            from {
                family inet6;
                route-filter ::/0 exact;
            }
            then accept;
        }
    }
  [/#if]
}
[/#macro]
[#-- A default route to announce, when no better one is there; other protocols do not take aggregates. --]
[#macro default_routes sessions vrf]
  [#if sessions?filter(s -> s.n.default_originate!false)?has_content]
    routing-options {
        aggregate {
            route 0.0.0.0/0 {
                discard;
                preference 250;
            }
        }
        rib ${(vrf == "")?then("", vrf + ".")}inet6.0 {
            aggregate {
                route ::/0 {
                    discard;
                    preference 250;
                }
            }
        }
    }
  [/#if]
[/#macro]
