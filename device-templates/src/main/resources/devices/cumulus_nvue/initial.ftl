[#include "common.ftl"]
[#-- A host name has no underscores. --]
nv set system hostname ${node.name?replace("_", "-")}
[#-- There is one loopback interface; a VRF has one of its own, which is the VRF's device. --]
[#macro loopback i]
  [#local path = "interface lo"]
  [#if i.vrf??]
    [#local path = "vrf " + i.vrf + " loopback"]
  [/#if]
  [#list [i.ipv4!, i.ipv6!]?filter(a -> is_address(a)) as a]
nv set ${path} ip address ${a}
  [/#list]
[/#macro]
[#macro port i]
  [#local path = "interface " + i.ifname]
  [#if i.type == "vlan_member"]
nv set ${path} type sub
nv set ${path} base-interface ${i.parent_ifname}
nv set ${path} vlan ${i.vlan.access_id?c}
  [#elseif i.type == "svi"]
nv set ${path} type svi
nv set ${path} vlan ${i.ifname?remove_beginning("vlan")}
  [/#if]
  [#if i.name??]
nv set ${path} description ${quoted(i.name)}
  [/#if]
  [#if i.shutdown!false]
nv set ${path} link state down
  [#elseif i.type != "svi" && i.type != "vlan_member"]
nv set ${path} link state up
  [/#if]
  [#if !member(i)]
    [#-- NVUE's own default is 9216 bytes, which no other device of a lab expects. --]
nv set ${path} link mtu ${(i.mtu!1500)?c}
    [#if i.vrf??]
nv set ${path} ip vrf ${i.vrf}
    [/#if]
    [#if address4(i) != ""]
nv set ${path} ip address ${address4(i)}
    [/#if]
    [#if is_address(i.ipv6!)]
nv set ${path} ip address ${i.ipv6}
    [/#if]
  [/#if]
[/#macro]
[#if node.loopback??]
  [@loopback node.loopback/]
[/#if]
[#list node.interfaces![] as i]
  [#if i.type == "loopback"]
    [#-- The address that a pair shares is put there by MLAG itself, once the peer agrees. --]
    [#if !((i.vxlan.vtep)!false) || !(node.vxlan._shared_vtep)??]
      [@loopback i/]
    [/#if]
  [#elseif !in_bridge(i) && !(i.type == "svi" && i.vlan.mode == "bridge")]
    [@port i/]
  [/#if]
[/#list]
