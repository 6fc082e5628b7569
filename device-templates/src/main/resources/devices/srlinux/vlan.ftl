[#-- A bridged VLAN is a network instance of type mac-vrf with the subinterfaces that carry the VLAN, and
     with the IRB interface where it is routed, too. --]
[#include "names.ftl"]
[#assign tagged = (node.interfaces![])?filter(i -> i.type == "vlan_member")?map(i -> i.parent_ifname)]
[#list (node.interfaces![])?filter(i -> !(i.virtual_interface!false) && tagged?seq_contains(i.ifname)) as port]
set / interface ${port.ifname} vlan-tagging true
  [#if (port.vlan.native)?? || ((port.vlan.mode)!"") == "route" || srl_has(port, "ipv4") || srl_has(port, "ipv6")]
${srl_subinterface(port.ifname + ".0")} vlan encap untagged
  [/#if]
[/#list]
[#list (node.interfaces![])?filter(i -> i.type == "vlan_member") as i]
${srl_subinterface(i.ifname)} vlan encap single-tagged vlan-id ${i.vlan.access_id}
[/#list]
[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && (vlan.mode!"irb") != "route"]
    [#assign instance = "set / network-instance vlan-" + name]
${instance} type mac-vrf
${instance} admin-state enable
    [#list (node.interfaces![])?filter(i -> ((i.vlan.native)!((i.vlan.access)!"")) == name && i.type != "svi") as i]
      [#assign port = srl_port(i)]
${srl_subinterface(port)} type bridged
${srl_subinterface(port)} admin-state enable
      [#if i.name??]
${srl_subinterface(port)} description ${srl_text(i.name)}
      [/#if]
${instance} interface ${port}
    [/#list]
    [#list (node.interfaces![])?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == name && (srl_has(i, "ipv4") || srl_has(i, "ipv6"))) as i]
${instance} interface ${i.ifname}
    [/#list]
  [/#if]
[/#list]
