[#-- What a bundle is like is with its interface; here are its ports. --]
[#list (node.interfaces![])?filter(i -> (i.lag._parentindex)??) as i]
  [#assign bundle = node.interfaces?filter(b -> b.type == "lag" && b.lag.ifindex == i.lag._parentindex)?first]
  [#assign lacp = bundle.lag.lacp!"fast"]
interface ${i.ifname}
   channel-group ${i.lag._parentindex?c} mode ${(lacp == "off")?then("on", bundle.lag.lacp_mode!"active")}
  [#if lacp != "off"]
   lacp timer ${(lacp == "fast")?string("fast", "normal")}
  [/#if]
!
[/#list]
[#list (node.interfaces![])?filter(i -> i.type == "lag" && (i.lag.lacp_system_id)??) as i]
interface ${i.ifname}
   lacp system-id ${cisco_mac(i.lag.lacp_system_id)}
!
[/#list]
[#-- MLAG: the trunk group keeps the VLAN of the two switches on the link between them, so that it needs no
     spanning tree; without autostate the peer address is up before any port is. --]
[#assign peering = (node.interfaces![])?filter(i -> (i.lag.mlag.peergroup)??)]
[#if peering?has_content]
  [#assign mlag = peering?first.lag.mlag]
vlan ${mlag.vlan?c}
   name mlag-peer
   trunk group mlag-peer
!
no spanning-tree vlan-id ${mlag.vlan?c}
!
interface port-channel${mlag.ifindex?c}
   switchport
   switchport mode trunk
   switchport trunk group mlag-peer
!
  [#list (node.interfaces![])?filter(i -> (i.lag.mlag.peergroup)?? || (i.lag._peerlink)??) as i]
interface ${i.ifname}
   channel-group ${mlag.ifindex?c} mode active
!
  [/#list]
interface Vlan${mlag.vlan?c}
   no autostate
   ip address ${mlag.self}
!
mlag configuration
   domain-id mlag-${mlag.peergroup?c}
   local-interface Vlan${mlag.vlan?c}
   peer-address ${mlag.peer}
   peer-link port-channel${mlag.ifindex?c}
!
  [#list (node.interfaces![])?filter(i -> i.type == "lag" && (i.lag._mlag!false)) as i]
interface ${i.ifname}
   mlag ${i.lag.ifindex?c}
!
  [/#list]
[/#if]
