[#include "common.ftl"]
[#macro interface i v6]
  [#local ospf = i.ospf]
            interface ${i.ifname} {
  [#if i.type != "loopback" && ospf.network_type??]
    [#local type = {"point-to-point": "p2p", "point-to-multipoint": "p2mp", "non-broadcast": "nbma"}[ospf.network_type]!""]
    [#if type?has_content]
                interface-type ${type};
    [/#if]
  [/#if]
  [#if ospf.cost??]
                metric ${ospf.cost};
  [/#if]
  [#if ospf.passive!false]
                passive;
  [/#if]
  [#if ospf.priority??]
                priority ${ospf.priority};
  [/#if]
  [#if (ospf.timers.hello)??]
                hello-interval ${ospf.timers.hello};
  [/#if]
  [#if (ospf.timers.dead)??]
                dead-interval ${ospf.timers.dead};
  [/#if]
  [#if ospf.password?? && !v6]
                authentication {
                    simple-password ${quoted(ospf.password)};
                }
  [/#if]
  [#if ospf.bfd!false]
[@bfd_timers i/]
  [/#if]
            }
[/#macro]
[#-- An area border router of Junos announces a default route only when it has a metric. --]
[#macro kind a family]
  [#if a.kind == "stub"]
            stub {
                default-metric ${(a.default.cost)!1};
                [#if !(a.inter_area!true)]no-summaries;[/#if]
            }
  [#elseif a.kind == "nssa"]
            nssa {
    [#if (a.default.cost)?? || !(a.inter_area!true)]
                default-lsa {
                    default-metric ${(a.default.cost)!1};
                }
    [/#if]
    [#if !(a.inter_area!true)]
                no-summaries;
    [/#if]
    [@ranges a.external_range![] a.external_filter![] family/]
            }
  [/#if]
  [@ranges a.range![] a.filter![] family/]
[/#macro]
[#macro ranges shown hidden family]
  [#list shown?filter(r -> r[family]??) as range]
            area-range ${prefix(range[family])}[#if range.cost??] {
                override-metric ${range.cost};
            }[#else];[/#if]
  [/#list]
  [#list hidden?filter(r -> r[family]??) as range]
            area-range ${prefix(range[family])} {
                restrict;
            }
  [/#list]
[/#macro]
[#macro process p family]
  [#local ospf = p.of]
  [#local v6 = family == "ipv6"]
  [#local ports = p.interfaces?filter(i -> has(i, family))]
  [#local areas = {}]
  [#list (ospf.areas![])?map(a -> a.area) + ports?map(i -> i.ospf.area) as area]
    [#local areas += {area: true}]
  [/#list]
    protocols {
        ${v6?string("ospf3", "ospf")} {
  [#if ospf.reference_bandwidth??]
            reference-bandwidth ${ospf.reference_bandwidth?c}m;
  [/#if]
  [#if ospf.import?has_content]
            export ${policy_name(p.vrf, family)};
  [/#if]
  [#list areas?keys as area]
            area ${area} {
    [#list (ospf.areas![])?filter(a -> a.area == area) as a]
[@kind a family/]
    [/#list]
    [#list ports?filter(i -> i.ospf.area == area) as i]
[@interface i v6/]
    [/#list]
            }
  [/#list]
        }
    }
[@router_id ospf.router_id p.vrf/]
[/#macro]
[#function policy_name vrf family]
  [#return ((vrf == "")?then("", vrf + "-")) + "into-" + (family == "ipv6")?string("ospf3", "ospf")]
[/#function]
[#list processes("ospf") as p]
  [#list ["ipv4", "ipv6"]?filter(f -> (p.of.af[f])!false) as family]
    [#if p.of.import?has_content]
policy-options {
    policy-statement ${policy_name(p.vrf, family)} {
[@import_terms p.of.import family "accept"/]
    }
}
    [/#if]
[@instance p.vrf][@process p family/][/@instance]
  [/#list]
[/#list]
