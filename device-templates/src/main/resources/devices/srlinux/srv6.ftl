[#-- Micro segments: the locator of 48 bits is a block of 32 and the router's 16 (RFC 9800). The commands are
     those of release 25.7 and later (srl_nokia-srv6.yang, srl_nokia-srv6-isis.yang). --]
[#include "bgp-speaker.ftl"]
[#assign source = address(node.loopback.ipv6)]
set / system srv6 source-address ${source}
set / system srv6 default-source-address ${source}
set / system srv6 micro-segment block netlab prefix ip-prefix ${node.srv6._usid_block}
set / system srv6 locator netlab micro-segment block netlab
set / system srv6 locator netlab micro-segment un value ${node.srv6._usid_node_id?c}
set / system srv6 locator netlab micro-segment un srh-mode usp-usd
[#assign locator = "set / network-instance default segment-routing srv6 instance 1 locator netlab"]
${locator} micro-segment
[#list srl_processes("isis")?filter(p -> p.vrf == "") as p]
  [#assign at = "set / network-instance default protocols isis instance " + p.of.instance + " segment-routing srv6"]
${at} admin-state enable
${at} locator netlab multi-topology multi-topology-0 false
${at} locator netlab multi-topology multi-topology-2 true
[/#list]
