[#list (node.interfaces![])?filter(i -> (i.lag._parentindex)??) as i]
  [#assign bundle = node.interfaces?filter(b -> b.type == "lag" && b.lag.ifindex == i.lag._parentindex)?first]
interface ${i.ifname}
  [#if (bundle.lag.lacp!"fast") == "off"]
 channel-group ${bundle.lag.ifindex} mode on
  [#else]
 channel-group ${bundle.lag.ifindex} mode ${bundle.lag.lacp_mode!"active"}
    [#if (bundle.lag.lacp!"fast") == "fast" && (device.lacp_rate!false)]
 lacp rate fast
    [/#if]
  [/#if]
!
[/#list]
