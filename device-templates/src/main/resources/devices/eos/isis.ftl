[#-- An instance has all its settings for both families, but for the metric of IPv6, which has a topology of its own. --]
[#assign sources = {"ripv2": "rip"}]
[#macro import from how]
  [#if from != "ospf" || (isis.af.ipv4!false)]
   redistribute ${sources[from]!from}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#if]
  [#if from == "ospf" && (isis.af.ipv6!false)]
   redistribute ospfv3[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#if]
[/#macro]
[#macro interface i]
interface ${i.ifname}
   isis enable ${isis.instance}
  [#if i.isis.type??]
   isis circuit-type ${i.isis.type}
  [/#if]
  [#if (i.isis.network_type!"") == "point-to-point" && i.type != "loopback"]
   isis network point-to-point
  [/#if]
  [#if i.isis.metric??]
   isis metric ${i.isis.metric?c}
    [#if isis.af.ipv6!false]
   isis ipv6 metric ${i.isis.metric?c}
    [/#if]
  [/#if]
  [#if !(i.isis.passive!false) && (((i.isis.bfd.ipv4)!false) || ((i.isis.bfd.ipv6)!false))]
   isis bfd
  [/#if]
  [#if i.isis.passive!false]
   isis passive
  [/#if]
!
[/#macro]
[#assign instances = []]
[#if node.isis??]
  [#assign instances += [{"of": node.isis, "within": "", "ports": [node.loopback!{}] + (node.interfaces![])}]]
[/#if]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.isis!false)?is_hash]
    [#assign instances += [{"of": vrf.isis, "within": " vrf " + name, "ports": vrf.isis.interfaces![]}]]
  [/#if]
[/#list]
[#list instances as instance]
  [#assign isis = instance.of]
router isis ${isis.instance}${instance.within}
   net ${isis.net}
   is-type ${isis.type}
   log-adjacency-changes
  [#list isis.import!{} as from, how]
    [@import from how/]
  [/#list]
  [#if isis.af.ipv4!false]
   !
   address-family ipv4 unicast
  [/#if]
  [#if isis.af.ipv6!false]
   !
   address-family ipv6 unicast
      multi-topology
  [/#if]
!
  [#list instance.ports?filter(i -> (i.isis!false)?is_hash) as i]
    [@interface i/]
  [/#list]
[/#list]
