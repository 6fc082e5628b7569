[#assign bgp = node.bgp]
[#function text value]
  [#return "\"" + one_line(value?string)?replace("\"", "'") + "\""]
[/#function]
AS ${bgp.as}
router-id ${bgp.router_id}
fib-update no
socket $control
connect-retry 2
[#list bgp.advertise![] as p]
  [#list ["ipv4", "ipv6"]?filter(f -> p[f]??) as family]
network ${p[family]}
  [/#list]
[/#list]
[#list bgp.neighbors![] as n]
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as version]
neighbor ${n[version]} {
  remote-as ${n.as}
  descr ${text(n.description!n.name!n[version])}
    [#if n.local_as??]
  local-as ${n.local_as}
    [/#if]
    [#if (n._source_intf[version])??]
  local-address ${address(n._source_intf[version])}
    [/#if]
    [#if n.gtsm??]
  ttl-security yes
    [/#if]
    [#if n.multihop??]
  multihop ${n.multihop}
    [#elseif n.gtsm?? && n.gtsm?is_number && n.gtsm gt 1]
  multihop ${n.gtsm}
    [/#if]
    [#if n.passive!false]
  passive
    [/#if]
    [#if (n.timers.hold)??]
  holdtime ${n.timers.hold}
    [/#if]
    [#if n.rr_client!false]
  route-reflector[#if bgp.rr_cluster_id??] ${bgp.rr_cluster_id}[/#if]
    [/#if]
    [#if n.default_originate!false]
  export default-route
    [/#if]
    [#list ["ipv4", "ipv6"] as family]
  announce ${family?replace("ip", "IP")} ${(family == version && (n.activate[version])!false)?string("unicast", "none")}
    [/#list]
}
  [/#list]
[/#list]
[#-- Without these it passes nothing on to external peers and takes nothing from them. --]
allow from any
allow to any
[#assign internal = (bgp.neighbors![])?filter(n -> n.next_hop_self??)]
[#list internal?filter(n -> n.next_hop_self == "all") as n]
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as version]
match to ${n[version]} set nexthop self
  [/#list]
[#else]
  [#if internal?has_content]
match from ebgp set nexthop self
  [/#if]
[/#list]
