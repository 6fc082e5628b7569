[#-- Routes go from VRF to VRF of a router, and to other routers, by way of its VPN table. --]
[#include "bgp-speaker.ftl"]
[#function labels family][#return ((node.mpls.vpn[family])!false)?is_sequence][/#function]
[#-- True when a VRF takes routes of others, or others take its routes. --]
[#function leaks name vrf]
  [#list node.vrfs as other, it]
    [#if other != name && (it.import![])?filter(target -> (vrf.export![])?seq_contains(target))?has_content]
      [#return true]
    [/#if]
  [/#list]
  [#return vrf._leaked_routes!false]
[/#function]
[#macro vpn path vrf name leaked]
  [#if labels(name) || leaked]
    [#local family = path + " address-family " + name + "-unicast"]
    [#if labels(name)]
${family} label vpn export 'auto'
    [/#if]
${family} rd vpn export '${vrf.rd}'
${family} route-target vpn import '${vrf.import?join(" ")}'
${family} route-target vpn export '${vrf.export?join(" ")}'
${family} export vpn
${family} import vpn
  [/#if]
[/#macro]
[#if (node.bgp.as)?? && !(node.module![])?seq_contains("bgp")]
[#-- The VPN table is part of the router's own instance. --]
set protocols bgp system-as '${node.bgp.as?c}'
set protocols bgp parameters router-id '${node.bgp.router_id}'
[/#if]
[#list (node.vrfs!{}) as name, vrf]
  [#if name?length > 15 || name?matches("(bond|br|dum|eth|lan|en[opsx]|gnv|ipoe|l2tp|ppp|peth|tun|vti|vxlan|wg|wlan|wwan|[0-9]).*")]
    [#stop "VRF " + name + " cannot be on VyOS: names have up to 15 characters, and do not begin like those of interfaces"]
  [/#if]
set vrf name ${name} table '${vrf.vrfidx?c}'
  [#if vrf.bgp?? && (node.bgp.as)??]
    [#assign path = "set vrf name " + name + " protocols bgp"]
    [#assign id = (vrf.bgp.router_id)!node.bgp.router_id]
    [@instance path vrf.bgp id/]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
      [@routes path vrf.bgp family/]
      [@vpn path=path vrf=vrf name=family leaked=leaks(name, vrf)/]
    [/#list]
  [/#if]
[/#list]
