[#-- Read by the image's start script. mgmtd (since FRR 10), zebra and staticd always run. --]
[#include "processes.ftl"]
[#assign modules = node.module![]]
[#function yes condition][#return condition?string("yes", "no")][/#function]
[#function runs module family]
  [#return processes(module)?filter(p -> (p.of.af[family])!false)?has_content]
[/#function]
[#-- These run when a module needs them, and take no line otherwise. --]
[#assign others = {
  "isisd": processes("isis")?has_content,
  "ripd": runs("ripv2", "ipv4"),
  "ripngd": runs("ripv2", "ipv6"),
  "bfdd": modules?seq_contains("bfd"),
  "ldpd": (node.ldp!false)?is_hash,
  "vrrpd": (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")?has_content
}]
[#-- Routes go from VRF to VRF by BGP, also where no module asks for it. --]
bgpd=${yes(modules?seq_contains("bgp") || (modules?seq_contains("vrf") && (node.bgp.as)??))}
ospfd=${yes(runs("ospf", "ipv4"))}
ospf6d=${yes(runs("ospf", "ipv6"))}
[#list others as daemon, wanted]
  [#if wanted]
${daemon}=yes
  [/#if]
[/#list]
[#list (node.frr.daemons)![] as daemon]
${daemon}=yes
[/#list]
vtysh_enable=yes
watchfrr_enable=yes
zebra_options="  -A 127.0.0.1 -s 90000000"
mgmtd_options="  -A 127.0.0.1"
staticd_options="-A 127.0.0.1"
bgpd_options="   -A 127.0.0.1"
ospfd_options="  -A 127.0.0.1"
ospf6d_options=" -A ::1"
[#list others as daemon, wanted]
  [#if wanted]
${daemon}_options="  -A ${(daemon == "ripngd")?string("::1", "127.0.0.1")}"
  [/#if]
[/#list]
