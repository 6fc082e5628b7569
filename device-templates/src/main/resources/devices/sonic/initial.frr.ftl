[#-- Daemons that SONiC does not start, and what FRR has to know of the node. --]
[#assign modules = node.module![]]
[#function runs module family]
  [#return (node[module].af[family])!false]
[/#function]
[#assign daemons = {
  "bgpd": modules?seq_contains("bgp"),
  "ospfd": runs("ospf", "ipv4"),
  "ospf6d": runs("ospf", "ipv6"),
  "isisd": (node.isis!false)?is_hash,
  "bfdd": modules?seq_contains("bfd"),
  "vrrpd": (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")?has_content
}]
[#list daemons as daemon, wanted]
  [#if wanted || ((node.frr.daemons)![])?seq_contains(daemon)]
start ${daemon}
  [/#if]
[/#list]
[#list ((node.frr.daemons)![])?filter(d -> !(daemons?keys)?seq_contains(d)) as daemon]
start ${daemon}
[/#list]
hostname ${node.name}
[#if (node.frr.logfile)??]
log file ${node.frr.logfile}
[/#if]
[#list (node.frr.debug)![] as debug]
debug ${debug}
[/#list]
!
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> i.ifname??) as i]
  [#assign borrowed = (i.ipv4!)?is_boolean && i.ipv4]
  [#if i.name?? || i.bandwidth?? || borrowed]
interface ${i.ifname}
    [#if i.name??]
 description ${one_line(i.name)}
    [/#if]
    [#if i.bandwidth??]
      [#-- kbps in the lab, Mbps here, and at least 1 --]
 bandwidth ${[1, (i.bandwidth / 1000)?round]?max?c}
    [/#if]
    [#if borrowed]
      [#-- unnumbered: the loopback's address once more, which SONiC's own database would refuse --]
 ip address ${address((i._parent_ipv4)!node.loopback.ipv4)}/32
    [/#if]
exit
!
  [/#if]
[/#list]
