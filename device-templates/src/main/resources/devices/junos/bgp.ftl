[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign sessions = sessions_of(bgp.neighbors![])]
[#assign vrf_sessions = []]
[#list node.vrfs!{} as name, vrf]
  [#assign vrf_sessions += sessions_of((vrf.bgp.neighbors)![])]
[/#list]
routing-options {
    router-id ${bgp.router_id};
    autonomous-system ${(bgp.as)?c};
[#if bgp.confederation??]
    confederation ${bgp.confederation.as?c} members [ ${([bgp.as] + (bgp.confederation.peers![]))?map(a -> a?c)?join(" ")} ];
[/#if]
}
[@session_policies sessions + vrf_sessions/]
[@routes_policy bgp ""/]
[@default_routes sessions ""/]
[#if sessions?has_content]
protocols {
    bgp {
  [#if (bgp.timers.min_hold)??]
        minimum-hold-time ${bgp.timers.min_hold};
  [/#if]
[@groups sessions ""/]
    }
}
[/#if]
[#list node.vrfs!{} as name, vrf]
  [#if vrf.bgp??]
[@routes_policy vrf.bgp name/]
[@instance name]
  [@default_routes sessions_of((vrf.bgp.neighbors)![]) name/]
  [#if (vrf.bgp.router_id)??]
    routing-options {
        router-id ${vrf.bgp.router_id};
    }
  [/#if]
  [#if sessions_of((vrf.bgp.neighbors)![])?has_content]
    protocols {
        bgp {
[@groups sessions_of((vrf.bgp.neighbors)![]) name/]
        }
    }
  [/#if]
[/@instance]
  [/#if]
[/#list]
