[#-- OSPFv2 only. The VRF's loopback is no interface that OSPF could be switched on at, and the two ways of
     doing so do not go together in one process: where it takes part, all interfaces are named by their prefix. --]
[#include "common.ftl"]
[#macro areas path ospf]
  [#list ospf.areas![] as a]
    [#local area = path + " area " + a.area]
    [#if a.kind != "regular"]
nv set ${area} type ${(a.inter_area!true)?string("", "totally-")}${a.kind}
      [#if (a.default.cost)??]
nv set ${area} default-lsa-cost ${a.default.cost?c}
      [/#if]
    [/#if]
    [#list (a.range![])?filter(r -> r.ipv4??) as range]
      [#if range.cost??]
nv set ${area} range ${range.ipv4} cost ${range.cost?c}
      [#else]
nv set ${area} range ${range.ipv4}
      [/#if]
    [/#list]
    [#list (a.filter![])?filter(r -> r.ipv4??) as range]
nv set ${area} range ${range.ipv4} suppress on
    [/#list]
  [/#list]
[/#macro]
[#macro interface path i by_prefix vrf]
  [#local o = i.ospf]
  [#local port = "interface " + (i.type == "loopback")?string("lo", i.ifname) + " router ospf"]
  [#if by_prefix]
    [#if borrows(i)]
      [#stop "OSPF on interface " + i.ifname + " without an address and on the loopback of VRF " + vrf + " do not go together on Cumulus Linux"]
    [/#if]
nv set ${path} area ${o.area} network ${prefix(i.ipv4)}
  [#else]
nv set ${port} enable on
nv set ${port} area ${o.area}
  [/#if]
  [#if i.type != "loopback"]
    [#if o.network_type??]
nv set ${port} network-type ${o.network_type}
    [/#if]
    [#if o.cost??]
nv set ${port} cost ${o.cost?c}
    [/#if]
    [#if (o.timers.hello)??]
nv set ${port} timers hello-interval ${o.timers.hello?c}
    [/#if]
    [#if (o.timers.dead)??]
nv set ${port} timers dead-interval ${o.timers.dead?c}
    [/#if]
    [#if o.priority??]
nv set ${port} priority ${o.priority?c}
    [/#if]
    [#if (o.passive!false) && vrf == ""]
nv set ${port} passive on
    [/#if]
  [/#if]
[/#macro]
[#macro instance ospf ports vrf]
  [#local path = "vrf " + (vrf == "")?string("default", vrf) + " router ospf"]
nv set ${path} enable on
nv set ${path} router-id ${ospf.router_id}
  [#if ospf.reference_bandwidth??]
nv set ${path} reference-bandwidth ${ospf.reference_bandwidth?c}
  [/#if]
  [#list ((ospf.import)!{})?keys?filter(s -> ["bgp", "connected", "static"]?seq_contains(s)) as from]
nv set ${path} redistribute ${from} enable on
    [#if (ospf.import[from].policy)??]
nv set ${path} redistribute ${from} route-map ${ospf.import[from].policy}
    [/#if]
  [/#list]
  [@areas path ospf/]
  [#local mine = ports?filter(i -> (i.ospf!false)?is_hash && address4(i) != "")]
  [#local by_prefix = vrf != "" && mine?filter(i -> i.type == "loopback")?has_content]
  [#list mine as i]
    [@interface path i by_prefix vrf/]
  [/#list]
[/#macro]
nv set router ospf enable on
[#if (node.ospf.af.ipv4)!false]
  [@instance ospf=node.ospf ports=[node.loopback!{}] + (node.interfaces![])?filter(i -> !i.vrf??) vrf=""/]
[/#if]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.ospf.af.ipv4)!false]
    [@instance ospf=vrf.ospf ports=vrf.ospf.interfaces![] vrf=name/]
  [/#if]
[/#list]
