[#-- Protocols ask for sessions; whether and how fast a subinterface takes part is here. The session of BGP
     between loopbacks is one of the loopback. Milliseconds in the lab, microseconds here. --]
[#include "names.ftl"]
[#macro subinterface port settings]
  [#local at = "set / bfd subinterface " + port]
${at} admin-state enable
  [#if settings.min_tx??]
${at} desired-minimum-transmit-interval ${(settings.min_tx * 1000)?c}
  [/#if]
  [#if settings.min_rx??]
${at} required-minimum-receive ${(settings.min_rx * 1000)?c}
  [/#if]
  [#if settings.multiplier??]
${at} detection-multiplier ${settings.multiplier}
  [/#if]
  [#if (settings.min_echo_rx!0) > 0]
${at} minimum-echo-receive-interval ${(settings.min_echo_rx * 1000)?c}
  [/#if]
[/#macro]
[#if ((node.bgp.neighbors)![])?filter(n -> n.bfd!false)?has_content && node.loopback??]
  [#list srl_ports(node.loopback, ["ipv4", "ipv6"]?filter(f -> srl_has(node.loopback, f))) as port]
    [@subinterface port=port settings=node.bfd/]
  [/#list]
[/#if]
[#list (node.interfaces![])?filter(i -> srl_has(i, "ipv4") || srl_has(i, "ipv6")) as i]
  [#if i.type != "loopback" && (!(i.bfd!true)?is_boolean || (i.bfd!true))]
    [@subinterface port=srl_port(i) settings=node.bfd + (i.bfd!false)?is_hash?then(i.bfd!{}, {})/]
  [/#if]
[/#list]
