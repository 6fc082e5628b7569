[#include "common.ftl"]
[#assign levels = {"level-1": [1], "level-2": [2], "level-1-2": [1, 2]}]
[#-- Levels of a circuit are those of the router unless it says otherwise. --]
[#macro circuit i type af]
  [#local isis = i.isis]
  [#local active = levels[isis.type!type]]
            interface ${i.ifname} {
  [#if (isis.network_type!"") == "point-to-point" && i.type != "loopback"]
                point-to-point;
  [/#if]
  [#list [1, 2] as level]
    [#if !active?seq_contains(level)]
                level ${level} disable;
    [#else]
      [#if isis.passive!false]
                level ${level} passive;
      [/#if]
      [#if (isis.metric!isis.cost)??]
                level ${level} metric ${isis.metric!isis.cost};
                [#if af.ipv6!false]level ${level} ipv6-unicast-metric ${isis.metric!isis.cost};[/#if]
      [/#if]
    [/#if]
  [/#list]
  [#if i.type == "loopback"]
                passive;
  [/#if]
  [#list ["ipv4", "ipv6"]?filter(f -> (isis.bfd!false)?is_hash && (isis.bfd[f]!false)) as family]
                family ${(family == "ipv6")?string("inet6", "inet")} {
[@bfd_timers i/]
                }
  [/#list]
            }
[/#macro]
[#function policy_name vrf][#return ((vrf == "")?then("", vrf + "-")) + "into-isis"][/#function]
[#macro process p]
  [#local isis = p.of]
    protocols {
        isis {
  [#if p.vrf != ""]
            net ${isis.net};
  [/#if]
  [#list [1, 2] as level]
    [#if levels[isis.type]?seq_contains(level)]
            level ${level} wide-metrics-only;
    [#else]
            level ${level} disable;
    [/#if]
  [/#list]
  [#if (isis.af.ipv6)!false]
            topologies ipv6-unicast;
  [#else]
            no-ipv6-routing;
  [/#if]
  [#if !((isis.af.ipv4)!false)]
            no-ipv4-routing;
  [/#if]
  [#if isis.import?has_content]
            export ${policy_name(p.vrf)};
  [/#if]
  [#list p.interfaces as i]
[@circuit i isis.type isis.af/]
  [/#list]
        }
    }
[/#macro]
[#list processes("isis") as p]
  [#if p.vrf == ""]
interfaces {
    lo0 {
        unit 0 {
            family iso {
                address ${p.of.net};
            }
        }
    }
}
  [/#if]
[@family "iso" p.interfaces?filter(i -> i.type != "loopback")/]
  [#if p.of.import?has_content]
policy-options {
    policy-statement ${policy_name(p.vrf)} {
[@import_terms p.of.import "any" "accept"/]
    }
}
  [/#if]
[@instance p.vrf][@process p/][/@instance]
[/#list]
