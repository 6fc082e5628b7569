[#list (node.interfaces![])?filter(i -> i.type == "lag" && (i.lag.lacp!"fast") != "off") as i]
interface ${i.ifname}
    lacp mode ${i.lag.lacp_mode!"active"}
    lacp rate ${i.lag.lacp!"fast"}
[/#list]
[#-- VSX: the node of a pair with the lower id is its primary; the link between the two carries all VLANs of both. --]
[#list (node.interfaces![])?filter(i -> (i.lag.mlag.peergroup)??) as i]
  [#if i?index == 0]
interface lag ${i.lag.mlag.ifindex?c}
    no shutdown
    no routing
    vlan trunk native 1 tag
    vlan trunk allowed all
    lacp mode active
vsx
    system-mac ${mac(i.lag.mlag.mac)}
    inter-switch-link lag ${i.lag.mlag.ifindex?c}
    role ${(node.id < lab.nodes[i.neighbors[0].node].id)?string("primary", "secondary")}
  [/#if]
interface ${i.ifname}
    lag ${i.lag.mlag.ifindex?c}
[/#list]
