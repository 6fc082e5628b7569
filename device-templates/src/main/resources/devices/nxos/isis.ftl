[#assign isis = node.isis]
[#function carries i family]
  [#local has = i[family]!false]
  [#return (isis.af[family]!false) && (!has?is_boolean || has)]
[/#function]
[#function wants bfd family]
  [#return bfd?is_boolean?then(bfd, bfd?is_hash?then(bfd[family]!false, false))]
[/#function]
[#macro interface i]
interface ${i.ifname}
  [#if carries(i, "ipv4")]
  ip router isis ${isis.instance}
  [/#if]
  [#if carries(i, "ipv6")]
  ipv6 router isis ${isis.instance}
  [/#if]
  [#if i.isis.type??]
  isis circuit-type ${i.isis.type}
  [/#if]
  [#if i.isis.network_type?? && i.type != "loopback" && i.isis.network_type == "point-to-point"]
  isis network point-to-point
  [/#if]
  [#if i.isis.metric??]
    [#list ["level-1", "level-2"] as level]
      [#if ["level-1-2", level]?seq_contains(isis.type)]
  isis metric ${i.isis.metric?c} ${level}
      [/#if]
    [/#list]
  [/#if]
  [#if (i.isis.passive!false) && i.type != "loopback"]
  isis passive-interface ${isis.type}
  [/#if]
  [#if wants(i.isis.bfd!false, "ipv4") && carries(i, "ipv4")]
  isis bfd
  [/#if]
  [#if wants(i.isis.bfd!false, "ipv6") && carries(i, "ipv6")]
  isis ipv6 bfd
  [/#if]
[/#macro]
router isis ${isis.instance}
  net ${isis.net}
  is-type ${isis.type}
  log-adjacency-changes
[#if isis.af.ipv6!false]
  address-family ipv6 unicast
    [#-- the routers of a lab have a topology for each family; NX-OS has one for both otherwise --]
    multi-topology
[/#if]
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i.isis!false)?is_hash) as i]
[@interface i/]
[/#list]
