[#include "bgp-speaker.ftl"]
[#assign bgp = node.bgp]
[#assign sessions = sessions_of(bgp.neighbors![])]
[#assign everyone = bgp.neighbors![]]
[#list node.vrfs!{} as name, vrf]
  [#assign everyone += (vrf.bgp.neighbors)![]]
[/#list]
[#-- TCP-AO takes its keys from a profile (RFC 5925); the identifiers are the same at both ends. --]
[#list everyone?filter(n -> n.tcp_ao??) as n]
management security
   session shared-secret profile ${keys(n)}
      secret 1 0 ${one_line(n.password)} receive-lifetime infinite transmit-lifetime infinite
!
[/#list]
router bgp ${bgp.as}
   router-id ${bgp.router_id}
   no bgp default ipv4-unicast
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
   bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.rr!false]
   [#-- next-hop-self of EOS would also change reflected routes --]
   bgp route-reflector preserve-attributes
[/#if]
[#if bgp.confederation??]
   bgp confederation identifier ${bgp.confederation.as}
  [#if bgp.confederation.peers?has_content]
   bgp confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[#if everyone?filter(n -> n.rs??)?has_content || (bgp.rs_client!false)]
   [#-- a route server does not put its own AS into the path --]
   no bgp enforce-first-as
[/#if]
[#if (bgp.gr.restart_time)??]
   graceful-restart restart-time ${bgp.gr.restart_time?c}
[/#if]
[#if (bgp.gr.stalepath_time)??]
   graceful-restart stalepath-time ${bgp.gr.stalepath_time?c}
[/#if]
[#if (bgp.gr.state)??]
  [#if bgp.gr.state == "enable"]
   graceful-restart
  [#elseif bgp.gr.state == "disable"]
   no graceful-restart-helper
  [/#if]
[/#if]
[#list sessions as s]
  [@session s "   "/]
[/#list]
[@aggregates bgp "   "/]
[#if bgp.ipv4!false]
  [@family bgp sessions "ipv4" "   "/]
[/#if]
[#if bgp.ipv6!false]
  [@family bgp sessions "ipv6" "   "/]
[/#if]
!
