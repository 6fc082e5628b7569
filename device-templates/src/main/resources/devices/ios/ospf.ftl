[#include "processes.ftl"]
[#-- OSPFv3 has a process of the same number, with address families, and other words on interfaces. --]
[#macro interface p i v6]
  [#local ospf = i.ospf]
  [#local command = v6?then("ospfv3 " + p.id, "ip ospf")]
interface ${i.ifname}
  [#if v6]
 ospfv3 ${p.id} ipv6 area ${ospf.area}
  [#else]
 ip ospf ${p.id} area ${ospf.area}
  [/#if]
  [#if i.type == "loopback"]
    [#-- the whole prefix is announced, not the address alone --]
    [#local value = v6?then(i.ipv6!, i.ipv4!)]
    [#if is_address(value) && prefix_length(value) != v6?then(128, 32)]
 ${command} network point-to-point
    [/#if]
  [#elseif ospf.network_type??]
 ${command} network ${ospf.network_type}
  [/#if]
  [#if ospf.cost??]
 ${command} cost ${ospf.cost}
  [/#if]
  [#if (ospf.timers.hello)??]
 ${command} hello-interval ${ospf.timers.hello}
  [/#if]
  [#if (ospf.timers.dead)??]
 ${command} dead-interval ${ospf.timers.dead}
  [/#if]
  [#if ospf.priority??]
 ${command} priority ${ospf.priority}
  [/#if]
  [#if ospf.password?? && !v6]
 ip ospf authentication
 ip ospf authentication-key ${one_line(ospf.password)}
  [/#if]
  [#if ospf.bfd!false]
 ${command} bfd
  [/#if]
!
[/#macro]
[#macro area a ospf family]
  [#local default = (a.default.cost)!""]
  [#if a.kind == "stub"]
 area ${a.area} stub[#if !(a.inter_area!true)] no-summary[/#if]
    [#if default?has_content]
 area ${a.area} default-cost ${default}
    [/#if]
  [#elseif a.kind == "nssa"]
    [#-- Without `no-summary` or cost only a router that is asked for it announces a default route there. --]
 area ${a.area} nssa[#if (ospf._abr!false) && default?has_content && (a.inter_area!true)] default-information-originate metric ${default}[/#if][#if !(a.inter_area!true)] no-summary[/#if]
    [#if default?has_content && !(a.inter_area!true)]
 area ${a.area} default-cost ${default}
    [/#if]
  [/#if]
  [#list (a.range![])?filter(r -> r[family]??) as range]
 area ${a.area} range ${(family == "ipv4")?then(network(range[family]) + " " + netmask(range[family]), range[family])}[#if range.cost??] cost ${range.cost}[/#if]
  [/#list]
  [#list (a.filter![])?filter(r -> r[family]??) as range]
 area ${a.area} range ${(family == "ipv4")?then(network(range[family]) + " " + netmask(range[family]), range[family])} not-advertise
  [/#list]
[/#macro]
[#macro settings p family]
  [#local ospf = p.of]
  [#if ospf.reference_bandwidth??]
 auto-cost reference-bandwidth ${ospf.reference_bandwidth}
  [/#if]
  [#list ports_of(p, family)?filter(i -> i.ospf.passive!false) as i]
 passive-interface ${i.ifname}
  [/#list]
  [#list ospf.areas![] as a]
    [@area a ospf family/]
  [/#list]
  [#list (ospf.import)!{} as from, how]
 redistribute ${source(from, family, p.vrf)}[#if family == "ipv4"] subnets[#else]${with_connected(from, family)}[/#if]${policy(how, family)}
  [/#list]
  [#local default = ospf.default!false]
  [#if default_wanted(default)]
    [#local how = default?is_hash?then(default, {})]
 default-information originate[#rt]
    [#if how.always!false] always[/#if][#t]
    [#if how.cost??] metric ${how.cost}[/#if][#t]
    [#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if][#t]
    [#if how.policy??]${policy(how, family)}[/#if][#t]

  [/#if]
[/#macro]
[#macro graceful gr]
  [#if gr.restart??]
 nsf ietf[#if (gr.restart.grace_period)??] restart-interval ${gr.restart.grace_period}[/#if]
  [/#if]
[/#macro]
[#list processes("ospf") as p]
  [#if (p.of.af.ipv4)!false]
router ospf ${p.id}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
 router-id ${p.of.router_id}
    [#if p.vrf != "" && !(node.mpls.vpn)?? && !((node.vrfs[p.vrf].evpn)??)]
 [#-- A process in a VRF is that of a provider edge, and takes routes of other edges for loops --]
 capability vrf-lite
    [/#if]
    [@settings p "ipv4"/]
    [@graceful p.of.gr!{}/]
!
    [#list ports_of(p, "ipv4") as i]
      [@interface p i false/]
    [/#list]
  [/#if]
  [#if (p.of.af.ipv6)!false]
router ospfv3 ${p.id}
 router-id ${p.of.router_id}
 address-family ipv6 unicast[#if p.vrf != ""] vrf ${p.vrf}[/#if]
    [#if p.vrf != ""]
 router-id ${p.of.router_id}
      [#if !(node.mpls.vpn)?? && !((node.vrfs[p.vrf].evpn)??)]
 capability vrf-lite
      [/#if]
    [/#if]
    [@settings p "ipv6"/]
 exit-address-family
!
    [#list ports_of(p, "ipv6") as i]
      [@interface p i true/]
    [/#list]
  [/#if]
[/#list]
