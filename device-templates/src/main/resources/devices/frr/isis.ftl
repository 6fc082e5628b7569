[#include "processes.ftl"]
[#assign levels = {"level-1": "level-1", "level-2": "level-2-only", "level-1-2": "level-1-2"}]
[#-- Routers exchange packets as long as an LSP may be; an interface with a smaller MTU is refused. --]
[#function lsp_mtu ports]
  [#local mtus = ports?filter(i -> i.type != "loopback" && i.mtu??)?map(i -> i.mtu)]
  [#return ([1500] + mtus)?min - 3]
[/#function]
[#macro instance name p]
  [#local isis = p.of]
router isis ${name}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
  [#-- The second LSP would wait 30 s otherwise. It is before `net`, which makes the first one and the wait. --]
 lsp-gen-interval 1
 is-type ${levels[isis.type]}
 net ${isis.net}
 log-adjacency-changes
  [#if lsp_mtu(p.interfaces) < 1497]
 lsp-mtu ${lsp_mtu(p.interfaces)}
  [/#if]
  [#if (isis.af.ipv6)!false]
 topology ipv6-unicast
  [/#if]
  [#list ["ipv4", "ipv6"]?filter(f -> (isis.af[f])!false) as family]
    [#list (isis.import)!{} as from, how]
 redistribute ${family} ${source(from, family)} ${(isis.type == "level-1")?string("level-1", "level-2")}${policy(how, family)}
    [/#list]
  [/#list]
exit
!
[/#macro]
[#macro interface name i af]
  [#local isis = i.isis]
interface ${i.ifname}
  [#if (af.ipv4!false) && has(i, "ipv4")]
 ip router isis ${name}
  [/#if]
  [#if (af.ipv6!false) && has(i, "ipv6")]
 ipv6 router isis ${name}
  [/#if]
  [#if isis.type??]
 isis circuit-type ${levels[isis.type]}
  [/#if]
  [#if isis.network_type?? && i.type != "loopback"]
 isis network ${isis.network_type}
  [/#if]
  [#if isis.metric??]
 isis metric ${isis.metric}
  [/#if]
  [#if isis.passive!false]
 isis passive
  [/#if]
  [#if isis.bfd?has_content]
 isis bfd
 isis bfd profile ${bfd_profile(i)}
  [/#if]
exit
!
[/#macro]
[#list processes("isis") as p]
  [#assign name = p.of.instance!((p.vrf == "")?then("netlab", p.vrf))]
  [@instance name p/]
  [#list p.interfaces as i]
    [@interface name i p.of.af/]
  [/#list]
[/#list]
