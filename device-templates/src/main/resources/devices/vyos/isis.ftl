[#include "paths.ftl"]
[#-- One instance, and one for each VRF; an interface of it runs both families. --]
[#assign levels = {"level-1": "level-1", "level-2": "level-2", "level-1-2": "level-1-2"}]
[#-- LSPs must fit into the smallest interface: VyOS refuses the commit otherwise. --]
[#function lsp_mtu ports]
  [#local mtus = ports?filter(i -> i.type != "loopback" && i.mtu??)?map(i -> i.mtu)]
  [#return ([1500] + mtus)?min - 3]
[/#function]
[#macro interface path i]
  [#local isis = i.isis]
  [#local port = path + " interface " + i.ifname]
${port}
  [#if isis.type??]
${port} circuit-type '${(isis.type == "level-2")?then("level-2-only", isis.type)}'
  [/#if]
  [#if (isis.network_type!"") == "point-to-point" && i.type != "loopback"]
${port} network point-to-point
  [/#if]
  [#if isis.metric??]
${port} metric '${isis.metric?c}'
  [/#if]
  [#if (isis.passive!false) || i.type == "loopback"]
${port} passive
  [/#if]
  [#if isis.bfd?has_content]
${port} bfd profile '${bfd_profile(i)}'
  [/#if]
[/#macro]
[#list processes("isis") as p]
  [#assign isis = p.of]
  [#assign path = routing(p.vrf) + " isis"]
${path} net '${isis.net}'
${path} level '${levels[isis.type]}'
${path} metric-style 'wide'
${path} log-adjacency-changes
${path} lsp-gen-interval '1'
  [#if lsp_mtu(p.interfaces) < 1497]
${path} lsp-mtu '${lsp_mtu(p.interfaces)?c}'
  [/#if]
  [#if (isis.af.ipv6)!false]
${path} topology 'ipv6-unicast'
  [/#if]
  [#list p.interfaces as i]
    [@interface path i/]
  [/#list]
[/#list]
