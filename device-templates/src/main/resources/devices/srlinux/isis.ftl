[#include "names.ftl"]
[#assign levels = {"level-1": "L1", "level-2": "L2", "level-1-2": "L1L2"}]
[#-- Routers exchange packets as long as an LSP may be; an interface with a smaller MTU would lose them. --]
[#function lsp_mtu ports]
  [#return ([1500] + ports?filter(i -> i.type != "loopback" && i.mtu??)?map(i -> i.mtu))?min - 8]
[/#function]
[#macro interface i at af multi]
  [#local isis = i.isis]
  [#list srl_ports(i, ["ipv4", "ipv6"]?filter(f -> (af[f]!false) && srl_has(i, f))) as port]
    [#local line = at + " interface " + port]
${line} admin-state enable
    [#if i.type == "loopback"]
${line} passive true
    [#else]
      [#if isis.network_type??]
${line} circuit-type ${isis.network_type}
      [/#if]
      [#if isis.passive!false]
${line} passive true
      [/#if]
    [/#if]
    [#list ["ipv4", "ipv6"] as f]
      [#local on = (af[f]!false) && srl_has(i, f) && srl_port(i, f) == port]
${line} ${f}-unicast admin-state ${on?then("enable", "disable")}
      [#if on && (isis.bfd[f])!false]
${line} ${f}-unicast enable-bfd true
      [/#if]
    [/#list]
    [#list [1, 2] as level]
      [#if isis.metric??]
${line} level ${level} metric ${isis.metric}
        [#if multi]
${line} level ${level} ipv6-unicast-metric ${isis.metric}
        [/#if]
      [/#if]
      [#if isis.type?? && isis.type != "level-1-2" && isis.type != "level-" + level]
${line} level ${level} disable true
      [/#if]
    [/#list]
  [/#list]
[/#macro]
[#list srl_processes("isis") as p]
  [#assign isis = p.of]
  [#assign name = isis.instance!((p.vrf == "")?then("netlab", p.vrf))]
  [#assign at = srl_instance(p.vrf) + " protocols isis instance " + name]
  [#assign multi = (isis.af.ipv6)!false]
${at} admin-state enable
${at} net [ ${isis.net} ]
${at} level-capability ${levels[isis.type]}
${at} ipv4-unicast admin-state ${((isis.af.ipv4)!false)?then("enable", "disable")}
${at} ipv6-unicast admin-state ${multi?then("enable", "disable")}
  [#if multi]
${at} ipv6-unicast multi-topology true
  [/#if]
  [#if lsp_mtu(p.interfaces) < 1492]
${at} transport lsp-mtu-size ${lsp_mtu(p.interfaces)}
  [/#if]
  [#list [1, 2] as level]
${at} level ${level} metric-style wide
  [/#list]
  [#if (isis.import!{})?has_content]
    [#assign policy = "to-isis-" + name]
set / routing-policy policy ${policy} default-action policy-result reject
[@srl_accept_protocols policy=policy sources=isis.import?keys]accept[/@]
${at} export-policy ${policy}
  [/#if]
  [#list p.interfaces as i]
    [@interface i at isis.af multi/]
  [/#list]
[/#list]
