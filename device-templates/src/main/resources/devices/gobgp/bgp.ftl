[#assign bgp = node.bgp]
[#function text value]
  [#return "\"" + one_line(value?string)?json_string + "\""]
[/#function]
[#function source n family]
  [#if (n._source_intf[family])??]
    [#return address(n._source_intf[family])]
  [/#if]
  [#return ""]
[/#function]
[global.config]
  as = ${bgp.as}
  router-id = "${bgp.router_id}"
[#assign self = []]
[#list bgp.neighbors![] as n]
  [#list ["ipv4", "ipv6"] as version]
    [#if is_address(n[version]!)]
      [#if n.next_hop_self??]
        [#assign self += [n[version]]]
      [/#if]
[[neighbors]]
  [neighbors.config]
    neighbor-address = "${n[version]}"
    peer-as = ${n.as}
      [#if n.local_as??]
    local-as = ${n.local_as}
      [/#if]
    description = ${text(n.description!n.name!n[version])}
      [#if n.password??]
    auth-password = ${text(n.password)}
      [/#if]
      [#if n.remove_private_as??]
    remove-private-as = "${(n.remove_private_as?is_sequence && n.remove_private_as?seq_contains("replace"))?string("replace", "all")}"
      [/#if]
  [neighbors.transport.config]
      [#if source(n, version)?has_content]
    local-address = "${source(n, version)}"
      [/#if]
    passive-mode = ${(n.passive!false)?string("true", "false")}
      [#if n.gtsm??]
  [neighbors.ttl-security.config]
    enabled = true
    ttl-min = ${255 - (n.gtsm?is_number?then(n.gtsm, 1)) + 1}
      [#elseif n.multihop??]
  [neighbors.ebgp-multihop.config]
    enabled = true
    multihop-ttl = ${n.multihop}
      [/#if]
  [#-- The peer of a lab is a second late, not down. --]
  [neighbors.timers.config]
    connect-retry = 2
    idle-hold-time-after-reset = 2
      [#if (n.timers.hold)??]
    hold-time = ${n.timers.hold}
      [/#if]
      [#if (n.timers.keepalive)??]
    keepalive-interval = ${n.timers.keepalive}
      [/#if]
      [#if n.rr_client!false]
  [neighbors.route-reflector.config]
    route-reflector-client = true
    route-reflector-cluster-id = "${bgp.rr_cluster_id!bgp.router_id}"
      [/#if]
      [#if (n.activate[version])!false]
  [[neighbors.afi-safis]]
    [neighbors.afi-safis.config]
      afi-safi-name = "${version}-unicast"
      [/#if]
    [/#if]
  [/#list]
[/#list]
[#if self?has_content]
[[defined-sets.neighbor-sets]]
  neighbor-set-name = "next-hop-self"
  neighbor-info-list = [[#list self as peer]"${peer}"[#sep], [/#list]]
[[policy-definitions]]
  name = "next-hop-self"
  [[policy-definitions.statements]]
    name = "next-hop-self"
    [policy-definitions.statements.conditions.match-neighbor-set]
      neighbor-set = "next-hop-self"
      match-set-options = "any"
    [policy-definitions.statements.conditions.bgp-conditions]
      route-type = "external"
    [policy-definitions.statements.actions]
      route-disposition = "accept-route"
    [policy-definitions.statements.actions.bgp-actions]
      set-next-hop = "self"
[global.apply-policy.config]
  export-policy-list = ["next-hop-self"]
  default-export-policy = "accept-route"
[/#if]
