[#-- What the switch's BGP instance and those of its VRFs have in common. --]
[#function sessions_of neighbors]
  [#local sessions = []]
  [#list neighbors as n]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as family]
      [#local sessions += [{"peer": n[family], "n": n, "family": family}]]
    [/#list]
  [/#list]
  [#return sessions]
[/#function]
[#macro communities s indent]
  [#local kinds = (node.bgp.community[s.n.type])!(node.bgp.community[(s.n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?seq_contains("standard") && kinds?seq_contains("extended")]
${indent}neighbor ${s.peer} send-community both
  [#elseif kinds?has_content]
${indent}neighbor ${s.peer} send-community ${kinds[0]}
  [/#if]
[/#macro]
[#macro neighbors sessions indent]
  [#list sessions as s]
    [#local n = s.n]
${indent}neighbor ${s.peer} remote-as ${n.as?c}
    [#if n.name??]
${indent}neighbor ${s.peer} description ${one_line(n.description!n.name)}
    [/#if]
    [#if n.local_as??]
${indent}neighbor ${s.peer} local-as ${n.local_as?c}[#if n.replace_global_as!true] no-prepend replace-as[/#if]
    [/#if]
    [#if (n._source_intf.ifname)??]
${indent}neighbor ${s.peer} update-source ${n._source_intf.ifname}
    [/#if]
    [#if n.multihop??]
${indent}neighbor ${s.peer} ebgp-multihop ${n.multihop?c}
    [/#if]
    [#if n.gtsm??]
${indent}neighbor ${s.peer} ttl-security-hops ${n.gtsm?c}
    [/#if]
    [#if n.password??]
${indent}neighbor ${s.peer} password plaintext ${one_line(n.password)}
    [/#if]
    [#if n.timers??]
      [#-- one command for both; hold is three times keepalive where only one is said (RFC 4271, 10) --]
      [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${indent}neighbor ${s.peer} timers ${keepalive?c} ${(n.timers.hold!(keepalive * 3))?c}
    [/#if]
    [#if n.passive!false]
${indent}neighbor ${s.peer} passive
    [/#if]
    [#if n.bfd!false]
${indent}neighbor ${s.peer} fall-over bfd
    [/#if]
    [#if n.remove_private_as??]
${indent}neighbor ${s.peer} remove-private-AS
    [/#if]
  [/#list]
[/#macro]
[#macro family bgp sessions name indent]
${indent}address-family ${name} unicast
  [#list sessions?filter(s -> s.family == name && ((s.n.activate[name])!false)) as s]
    [#local n = s.n]
${indent}    neighbor ${s.peer} activate
    [#if n.next_hop_self??]
${indent}    neighbor ${s.peer} next-hop-self
    [/#if]
    [#if n.rr_client!false]
${indent}    neighbor ${s.peer} route-reflector-client
    [/#if]
    [#if n.allowas_in??]
${indent}    neighbor ${s.peer} allowas-in ${n.allowas_in?c}
    [/#if]
    [#if n.default_originate!false]
${indent}    neighbor ${s.peer} default-originate
    [/#if]
    [#if n.weight??]
${indent}    neighbor ${s.peer} weight ${n.weight?c}
    [/#if]
    [#list n.policy!{} as direction, policy]
${indent}    neighbor ${s.peer} route-map ${policy} ${direction}
    [/#list]
[@communities s indent + "    "/]
  [/#list]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
${indent}    network ${p[name]}
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as source, how]
${indent}    redistribute ${(name == "ipv6" && source == "ospf")?string("ospfv3", source)}[#if how?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#list]
${indent}exit-address-family
[/#macro]
