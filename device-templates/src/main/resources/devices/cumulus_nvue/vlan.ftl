[#-- One VLAN-aware bridge has all VLANs that are not routed on their ports; what is routed is a subinterface. --]
[#include "common.ftl"]
[#assign bridge = "bridge domain br_default"]
[#assign bridged = []]
[#list node.vlans!{} as name, vlan]
  [#if vlan.id?? && vlan.mode != "route"]
    [#assign bridged += [vlan.id]]
nv set ${bridge} vlan ${vlan.id?c}
  [/#if]
[/#list]
[#if bridged?has_content]
nv set ${bridge} type vlan-aware
[/#if]
[#list (node.interfaces![])?filter(i -> switched(i)) as i]
  [#assign path = "interface " + i.ifname + " " + bridge]
  [#assign native = untagged(i)]
  [#assign trunk = tagged(i)]
  [#if trunk?has_content]
    [#list trunk as id]
nv set ${path} vlan ${id?c}
    [/#list]
    [#if native != 0]
nv set ${path} vlan ${native?c}
    [/#if]
    [#-- What comes without a tag belongs to no VLAN unless one is native. --]
nv set ${path} untagged ${(native != 0)?then(native?c, "none")}
  [#else]
nv set ${path} access ${native?c}
  [/#if]
[/#list]
