[#include "paths.ftl"]
[#-- All VLANs are in one bridge that knows VLANs. A port of it cannot have subinterfaces of its own (VyOS
     refuses the commit), so on a trunk with routed VLANs each bridged VLAN is a port of its own. --]
[#assign ports = (node.interfaces![])?filter(i -> i.vlan?? && i.type != "svi" && i.type != "vlan_member" && ((i.vlan.mode)!"") != "route")]
[#function split i]
  [#return (node.interfaces![])?filter(s -> s.type == "vlan_member" && (s.parent_ifname!"") == i.ifname)?has_content]
[/#function]
[#assign svis = (node.interfaces![])?filter(i -> i.type == "svi")]
[#assign bridged = ports?filter(i -> i.vlan.access_id?? || i.vlan.trunk_id??)]
[#if svis?has_content || bridged?has_content]
set interfaces bridge br0 enable-vlan
  [#assign mtu = ([1500] + svis?filter(i -> i.mtu??)?map(i -> i.mtu))?max]
  [#if mtu > 1500]
set interfaces bridge br0 mtu '${mtu?c}'
  [/#if]
[/#if]
[#list bridged as i]
  [#assign native = (i.vlan.native?? || i.vlan.access??)?then((i.vlan.access_id)!0, 0)]
  [#if split(i) && i.vlan.trunk_id??]
    [#if native != 0]
      [#stop "interface " + i.ifname + " has a bridged native VLAN and routed VLANs, which VyOS cannot do: give the native VLAN a port of its own"]
    [/#if]
    [#list i.vlan.trunk_id as id]
set interfaces ${device(i.ifname)} vif ${id?c}
set interfaces bridge br0 member interface ${i.ifname}.${id?c} native-vlan '${id?c}'
    [/#list]
  [#else]
    [#if native != 0]
set interfaces bridge br0 member interface ${i.ifname} native-vlan '${native?c}'
    [/#if]
    [#list (i.vlan.trunk_id![])?filter(id -> id != native) as id]
set interfaces bridge br0 member interface ${i.ifname} allowed-vlan '${id?c}'
    [/#list]
  [/#if]
[/#list]
