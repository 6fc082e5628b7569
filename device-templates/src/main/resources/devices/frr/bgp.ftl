[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign sessions = sessions_of(bgp.neighbors![])]
[@advertisements sessions/]
router bgp ${bgp.as}
 bgp router-id ${bgp.router_id}
 bgp log-neighbor-changes
 no bgp default ipv4-unicast
 no bgp ebgp-requires-policy
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
 bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.locpref??]
 bgp default local-preference ${bgp.locpref}
[/#if]
[#-- of all sessions of the instance: FRR has none of single sessions --]
[#if (bgp.timers.min_hold)??]
 bgp minimum-holdtime ${bgp.timers.min_hold}
[/#if]
[#if (bgp.gr.state)??]
  [#if bgp.gr.state == "enable"]
 bgp graceful-restart
  [#elseif bgp.gr.state == "disable"]
 bgp graceful-restart-disable
  [/#if]
[/#if]
[#if (bgp.gr.restart_time)??]
 bgp graceful-restart restart-time ${bgp.gr.restart_time}
[/#if]
[#if (bgp.gr.stalepath_time)??]
 bgp graceful-restart stalepath-time ${bgp.gr.stalepath_time}
[/#if]
[#if bgp.confederation??]
 bgp confederation identifier ${bgp.confederation.as}
  [#if bgp.confederation.peers?has_content]
 bgp confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[@neighbors sessions/]
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as name]
  [@family bgp sessions name/]
[/#list]
exit
!
