[#-- Members are down while they enter. LACP finds out by itself which links work; without it carrier has to do. --]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
  [#assign lacp = i.lag.lacp!"fast"]
link add name ${i.ifname} type bond mode [#if lacp == "off"]balance-xor[#else]802.3ad lacp_rate ${lacp}[/#if] miimon 100 xmit_hash_policy layer3+4
  [#list (node.interfaces![])?filter(m -> ((m.lag._parentindex)!-1) == (i.lag.ifindex)!-2) as m]
link set dev ${m.ifname} down
link set dev ${m.ifname} master ${i.ifname}
link set dev ${m.ifname} up
  [/#list]
  [#if (i.mtu!1500) != 1500]
link set dev ${i.ifname} mtu ${i.mtu?c}
  [/#if]
link set dev ${i.ifname} up
[/#list]
