[#-- Members of a bundle, and pairs of switches that share bundles (MLAG, manual 5.x). --]
[#include "common.ftl"]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
  [#assign path = "interface " + i.ifname + " bond"]
  [#list node.interfaces as m]
    [#if ((m.lag._parentindex)!0) == i.lag.ifindex]
nv set ${path} member ${m.ifname}
    [/#if]
  [/#list]
  [#if (i.lag.lacp!"fast") == "off"]
nv set ${path} mode static
  [#else]
nv set ${path} mode lacp
nv set ${path} lacp-rate ${i.lag.lacp!"fast"}
  [/#if]
  [#if i.lag._mlag!false]
nv set ${path} mlag enable on
nv set ${path} mlag id ${i.lag.ifindex?c}
  [/#if]
[/#list]
[#assign peers = (node.interfaces![])?filter(i -> (i.lag.mlag.peergroup)?? || (i.lag._peerlink)??)]
[#if peers?has_content]
  [#list peers as i]
nv set interface peerlink bond member ${i.ifname}
  [/#list]
nv set interface peerlink type peerlink
nv set interface peerlink bridge domain br_default
  [#-- the two talk to each other in a VLAN of their own on that link --]
nv set interface peerlink.${(node.lag.mlag.vlan!4094)?c} type sub
nv set interface peerlink.${(node.lag.mlag.vlan!4094)?c} base-interface peerlink
nv set interface peerlink.${(node.lag.mlag.vlan!4094)?c} vlan ${(node.lag.mlag.vlan!4094)?c}
  [#assign mlag = node.lag.mlag]
nv set mlag enable on
nv set mlag mac-address ${mac(mlag.mac)}
nv set mlag peer-ip ${mlag.peer!"linklocal"}
  [#if mlag.peer_backup_ip??]
nv set mlag backup ${mlag.peer_backup_ip}
  [/#if]
[/#if]
