[#-- What the router's BGP instance and those of its VRFs have in common. --]
[#-- One session for each transport: it carries the family of its transport. --]
[#macro neighbors list indent]
  [#list list as n]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as family]
[@neighbor n family indent/]
    [/#list]
  [/#list]
[/#macro]
[#macro communities type indent]
  [#local kinds = (node.bgp.community[type])!(node.bgp.community[(type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?seq_contains("standard")]
${indent}send-community
  [/#if]
  [#if kinds?seq_contains("extended")]
${indent}send-community extended
  [/#if]
[/#macro]
[#macro neighbor n family indent]
${indent}neighbor ${n[family]}
${indent}  remote-as ${n.as?c}
  [#if n.name??]
${indent}  description ${one_line(n.description!n.name)}
  [/#if]
  [#if n.local_as??]
${indent}  local-as ${n.local_as?c} no-prepend[#if n.replace_global_as!true] replace-as[/#if]
  [/#if]
  [#if (n._source_intf.ifname)??]
${indent}  update-source ${n._source_intf.ifname}
  [/#if]
  [#if n.multihop??]
${indent}  ebgp-multihop ${n.multihop?c}
  [/#if]
  [#if n.gtsm??]
${indent}  ttl-security hops ${n.gtsm?c}
  [/#if]
  [#if n.password??]
${indent}  password 0 ${one_line(n.password)}
  [/#if]
  [#if n.timers??]
    [#-- one command for both; hold is three times keepalive where only one is said (RFC 4271, 10) --]
    [#local keepalive = n.timers.keepalive!((n.timers.hold!180) / 3)?int]
${indent}  timers ${keepalive?c} ${(n.timers.hold!(keepalive * 3))?c}
  [/#if]
  [#if n.passive!false]
${indent}  transport connection-mode passive
  [/#if]
  [#if n.bfd!false]
${indent}  bfd
  [/#if]
  [#if n.remove_private_as??]
${indent}  remove-private-as[#if n.remove_private_as?seq_contains("all")] all[/#if][#if n.remove_private_as?seq_contains("replace")] replace-as[/#if]
  [/#if]
  [#if (n.activate[family])!false]
[@unicast n family indent + "  "/]
  [/#if]
[/#macro]
[#macro unicast n family indent]
${indent}address-family ${family} unicast
[@communities n.type indent + "  "/]
  [#if n.next_hop_self??]
${indent}  next-hop-self[#if n.next_hop_self == "all"] all[/#if]
  [/#if]
  [#if n.rr_client!false]
${indent}  route-reflector-client
  [/#if]
  [#if n.allowas_in??]
${indent}  allowas-in ${n.allowas_in?c}
  [/#if]
  [#if n.type == "ebgp"]
    [#-- A peer's own AS in the path keeps a route from it here, not there, as everywhere else. --]
${indent}  disable-peer-as-check
  [/#if]
  [#if n.as_override!false]
${indent}  as-override
  [/#if]
  [#if n.default_originate!false]
${indent}  default-originate
  [/#if]
  [#list n.policy!{} as direction, policy]
${indent}  route-map ${policy} ${direction}
  [/#list]
[/#macro]
[#macro prefixes bgp family indent]
  [#list bgp.advertise![] as p]
    [#if p[family]??]
${indent}network ${p[family]}
    [/#if]
  [/#list]
[/#macro]
