[#list (node.interfaces![])?filter(i -> (i.lag._parentindex)??) as i]
  [#assign bundle = (node.interfaces?filter(p -> p.type == "lag" && ((p.lag.ifindex)!0) == i.lag._parentindex)?first)!{}]
  [#assign lacp = (bundle.lag.lacp)!"fast"]
interface ${i.ifname}
 channel-group ${i.lag._parentindex?c} mode ${(lacp == "off")?then("on", (bundle.lag.lacp_mode)!"active")}
  [#if lacp != "off"]
 lacp rate ${(lacp == "fast")?string("fast", "normal")}
  [/#if]
 exit
[/#list]
[#-- VLT: the ports to the peer find each other; port-channel 1000, which nobody else may have, is made of them. --]
[#assign peering = (node.interfaces![])?filter(i -> (i.lag.mlag.peergroup)??)]
[#if peering?has_content]
  [#assign mlag = peering?first.lag.mlag]
vlt-domain ${mlag.peergroup?c}
 backup destination ${mlag.peer}
  [#list peering as i]
 discovery-interface ${i.ifname}
  [/#list]
 peer-routing
 vlt-mac ${mac(mlag.mac)}
 exit
  [#list (node.interfaces![])?filter(i -> i.type == "lag" && (i.lag._mlag!false)) as i]
interface ${i.ifname}
 vlt-port-channel ${i.lag.ifindex?c}
 exit
  [/#list]
[/#if]
