[#include "words.ftl"]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
  [#assign members = node.interfaces?filter(m -> ((m.lag._parentindex)!-1) == i.lag.ifindex)?map(m -> m.ifname)]
  [#assign lacp = i.lag.lacp!"fast"]
/interface/bonding/add name=${i.ifname} slaves=${members?join(",")} mode=[#if lacp == "off"]balance-xor[#else]802.3ad lacp-rate=${(lacp == "fast")?string("1sec", "30secs")} lacp-mode=${i.lag.lacp_mode!"active"}[/#if] transmit-hash-policy=layer-3-and-4[#if i.mtu??] mtu=${i.mtu?c}[/#if][#if i.name??] comment=${quoted(i.name)}[/#if] disabled=${(i.shutdown!false)?string("yes", "no")}
[/#list]
