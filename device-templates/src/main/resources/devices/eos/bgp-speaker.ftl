[#-- What the router's BGP instance and those of its VRFs have in common. --]
[#-- One session for each transport, as in the lab's model. A session over an interface needs a peer
     group of its own, for only there EOS takes a description or a next hop. --]
[#function sessions_of neighbors]
  [#local all = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#local borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
    [#if is_address(n.ipv4!)]
      [#local all += [{"peer": address(n.ipv4), "n": n, "ipv4": active.ipv4!false, "ipv6": false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local extended = borrowed && !n.local_if??]
      [#local all += [{"peer": address(n.ipv6), "n": n, "extended": extended, "ipv4": extended, "ipv6": active.ipv6!false}]]
    [/#if]
    [#if n.local_if??]
      [#local lla = !is_address(n.ipv6!) && (active.ipv6!false)]
      [#local all += [{"peer": "on-" + n.local_if, "interface": n.local_if, "n": n, "extended": borrowed, "ipv4": borrowed, "ipv6": lla}]]
    [/#if]
  [/#list]
  [#return all]
[/#function]
[#function keys n][#return "netlab-" + n.name][/#function]
[#-- A map matches prefixes of one family; each policy has one for either. --]
[#function map how family]
  [#if how?is_hash && how.policy??]
    [#return " route-map " + how.policy + (family == "ipv6")?string("-ipv6", "")]
  [/#if]
  [#return ""]
[/#function]
[#macro session s indent]
  [#local n = s.n]
  [#local neighbor = indent + "neighbor " + s.peer]
  [#if s.interface??]
${neighbor} peer group
  [/#if]
${neighbor} remote-as ${n.as?c}
  [#if n.name??]
${neighbor} description ${one_line(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
${neighbor} local-as ${n.local_as?c} no-prepend[#if n.replace_global_as!true] replace-as[/#if]
  [/#if]
  [#if (n._source_intf.ifname)?? && (node.role!"router") != "host"]
${neighbor} update-source ${n._source_intf.ifname}
  [/#if]
  [#if n.next_hop_self??]
${neighbor} next-hop-self
  [/#if]
  [#if n.rr_client!false]
${neighbor} route-reflector-client
  [/#if]
  [#local kinds = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?has_content]
${neighbor} send-community ${kinds?join(" ")}
  [/#if]
  [#if n.multihop??]
${neighbor} ebgp-multihop ${n.multihop?c}
  [/#if]
  [#if n.gtsm??]
${neighbor} ttl maximum-hops ${n.gtsm?c}
  [/#if]
  [#if n.tcp_ao??]
${neighbor} password shared-secret profile ${keys(n)} algorithm ${n.tcp_ao?string?starts_with("hmac")?string("hmac-sha1-96", "aes-128-cmac-96")}
  [#elseif n.password??]
${neighbor} password 0 ${one_line(n.password)}
  [/#if]
  [#if n.timers??]
    [#-- one command for all; hold is three times keepalive where only one is said (RFC 4271, 10) --]
    [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${neighbor} timers ${keepalive?c} ${(n.timers.hold!(keepalive * 3))?c}[#if n.timers.min_hold??] min-hold-time ${n.timers.min_hold?c}[/#if]
  [/#if]
  [#if n.passive!false]
${neighbor} passive
  [/#if]
  [#if n.bfd!false]
${neighbor} bfd
  [/#if]
  [#if n.gr??]
    [#if n.gr == "enable"]
${neighbor} graceful-restart
    [#elseif n.gr == "helper"]
${indent}no neighbor ${s.peer} graceful-restart
${neighbor} graceful-restart-helper
    [#else]
${indent}no neighbor ${s.peer} graceful-restart
${indent}no neighbor ${s.peer} graceful-restart-helper
    [/#if]
  [/#if]
  [#if n.allowas_in??]
${neighbor} allowas-in ${n.allowas_in?c}
  [/#if]
  [#if n.as_override!false]
${neighbor} as-path remote-as replace out
  [/#if]
  [#if n.remove_private_as??]
    [#local how = n.remove_private_as]
    [#local kinds = how?is_sequence?then(how, [how?is_boolean?string("on", how?string)])]
    [#if kinds?seq_contains("on") || kinds?seq_contains("all") || kinds?seq_contains("replace")]
${neighbor} remove-private-as[#if kinds?seq_contains("all") || kinds?seq_contains("replace")] all[/#if][#if kinds?seq_contains("replace")] replace-as[/#if]
    [/#if]
    [#if kinds?seq_contains("ingress") || kinds?seq_contains("ingress-replace")]
${neighbor} remove-private-as ingress[#if kinds?seq_contains("ingress-replace")] replace-as[/#if]
    [/#if]
  [/#if]
  [#if n.weight??]
${neighbor} weight ${n.weight?c}
  [/#if]
  [#if s.interface??]
${indent}neighbor interface ${s.interface} peer-group ${s.peer}
  [/#if]
[/#macro]
[#-- A family of an instance. --]
[#assign redistributed = {"ipv4": {"ripv2": "rip"}, "ipv6": {"ospf": "ospfv3"}}]
[#macro family bgp sessions name indent]
${indent}!
${indent}address-family ${name}
  [#list sessions as s]
    [#local n = s.n]
    [#local neighbor = indent + "   neighbor " + s.peer]
    [#if s[name]]
${neighbor} activate
      [#if name == "ipv4" && (s.extended!false)]
${neighbor} next-hop address-family ipv6 originate
      [/#if]
      [#if n.default_originate!false]
      [#-- without `always` only a router that has a default route itself announces one --]
${neighbor} default-originate always
      [/#if]
      [#list n.policy!{} as direction, policy]
${neighbor} route-map ${policy}${(name == "ipv6")?string("-ipv6", "")} ${direction}
      [/#list]
    [#elseif name == "ipv4" && (indent?length > 3)]
${indent}   no neighbor ${s.peer} activate
    [/#if]
  [/#list]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
${indent}   network ${p[name]}
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as source, how]
${indent}   redistribute ${redistributed[name][source]!source}${map(how, name)}
  [/#list]
[/#macro]
[#-- EOS takes aggregates of both families in the instance itself; it has no maps that suppress some routes. --]
[#macro aggregates bgp indent]
  [#list bgp.aggregate![] as a]
    [#list ["ipv4", "ipv6"]?filter(f -> a[f]??) as f]
      [#if a.suppress_policy??]
        [#stop "EOS cannot suppress some of the routes of an aggregate: take `suppress_policy` away, or use `summary_only`"]
      [/#if]
${indent}aggregate-address ${a[f]}[#if a.summary_only!false] summary-only[/#if][#if a.attributes??] attribute-map ${a.attributes}${(f == "ipv6")?string("-ipv6", "")}[/#if]
    [/#list]
  [/#list]
[/#macro]
