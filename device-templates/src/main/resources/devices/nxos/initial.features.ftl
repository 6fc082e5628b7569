[#-- Commands of a protocol exist only after its feature is on, so that all features come first. --]
hostname ${node.name}
[#assign modules = node.module![]]
[#assign speaks_bgp = modules?seq_contains("bgp") || (node.vrfs!{})?values?filter(v -> v.bgp??)?has_content]
[#function runs module family]
  [#if ((node[module].af[family])!false)][#return true][/#if]
  [#list (node.vrfs!{})?values as vrf]
    [#if ((vrf[module].af[family])!false)][#return true][/#if]
  [/#list]
  [#return false]
[/#function]
[#if modules?seq_contains("evpn")]
nv overlay evpn
[/#if]
[#if runs("ospf", "ipv4")]
feature ospf
[/#if]
[#if runs("ospf", "ipv6")]
feature ospfv3
[/#if]
[#if modules?seq_contains("isis")]
feature isis
[/#if]
[#if modules?seq_contains("eigrp")]
feature eigrp
[/#if]
[#if speaks_bgp]
feature bgp
[/#if]
[#if modules?seq_contains("bfd")]
feature bfd
[/#if]
[#if modules?seq_contains("vlan")]
feature interface-vlan
[/#if]
[#if modules?seq_contains("vxlan")]
feature vn-segment-vlan-based
feature nv overlay
[/#if]
[#if (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp")?has_content]
feature vrrpv3
[/#if]
