[#include "names.ftl"]
set / system name host-name ${node.name}
[#if node.mtu??]
set / system mtu default-ip-mtu ${node.mtu}
[/#if]
set / network-instance default type default
set / network-instance default admin-state enable
[#assign router_id = (node.bgp.router_id)!((node.ospf.router_id)!(node.router_id!""))]
[#if router_id?has_content]
set / network-instance default router-id ${router_id}
[/#if]
[#-- IPv4 packets arrive on interfaces without an IPv4 address (RFC 8950). --]
[#if ((node.bgp.neighbors)![])?filter(n -> n.ipv4_rfc8950!false)?has_content]
set / network-instance default ip-forwarding receive-ipv4-check false
[/#if]
[#macro addresses i port families]
  [#local at = srl_subinterface(port)]
  [#if families?seq_contains("ipv4") && srl_has(i, "ipv4")]
${at} ipv4 admin-state enable
    [#if is_address(i.ipv4!)]
${at} ipv4 address ${i.ipv4}
    [#else]
      [#local lender = i._parent_intf!(node.loopback.ifname)!"lo0.0"]
${at} ipv4 unnumbered admin-state enable
${at} ipv4 unnumbered interface ${srl_port({"ifname": lender}, "ipv4")}
    [/#if]
  [#elseif families?seq_contains("ipv4") && srl_has(i, "ipv6") && ((node.bgp.neighbors)![])?filter(n -> (n.ipv4_rfc8950!false) && (n.ifindex!0) == i.ifindex)?has_content]
${at} ipv4 admin-state enable
  [/#if]
  [#if families?seq_contains("ipv6") && srl_has(i, "ipv6")]
${at} ipv6 admin-state enable
    [#if is_address(i.ipv6!)]
${at} ipv6 address ${i.ipv6}
    [/#if]
    [@router_advertisement i at/]
  [/#if]
[/#macro]
[#macro router_advertisement i at]
  [#local in_vlan = ["svi", "vlan_member"]?seq_contains(i.type!) && is_address(i.ipv6!)]
  [#if (i.ra?? || in_vlan) && !((i.ra.disable)!false)]
    [#local ra = at + " ipv6 router-advertisement router-role"]
${ra} admin-state enable
    [#if ((i.ra.dhcp)!"") == "all"]
${ra} managed-configuration-flag true
    [#elseif ((i.ra.dhcp)!"") == "other"]
${ra} other-configuration-flag true
    [/#if]
    [#if is_address(i.ipv6!) && (!((i.ra.slaac)!true) || !((i.ra.onlink)!true))]
${ra} prefix ${prefix(i.ipv6)} autonomous-flag ${((i.ra.slaac)!true)?c}
${ra} prefix ${prefix(i.ipv6)} on-link-flag ${((i.ra.onlink)!true)?c}
    [/#if]
  [/#if]
[/#macro]
[#-- A VLAN that is only bridged has an interface in the lab's model and none here. --]
[#function routed i]
  [#return srl_has(i, "ipv4") || srl_has(i, "ipv6")]
[/#function]
[#macro interface i]
  [#local vrf = i.vrf!""]
  [#local families = srl_has(i, "ipv4")?then(["ipv4"], []) + srl_has(i, "ipv6")?then(["ipv6"], [])]
  [#list srl_ports(i, families) as port]
    [#local at = srl_subinterface(port)]
    [#if i.type != "vlan_member" && (i.virtual_interface!false)]
set / interface ${port?keep_before_last(".")} admin-state enable
    [/#if]
${at} admin-state ${(i.shutdown!false)?then("disable", "enable")}
    [#if i.name??]
${at} description ${srl_text(i.name)}
    [/#if]
    [#if i.mtu?? && i.type != "loopback" && i.mtu != (node.mtu!0)]
${at} ip-mtu ${i.mtu}
    [/#if]
    [#local here = ["ipv4", "ipv6"]?filter(f -> srl_port(i, f) == port)]
    [@addresses i=i port=port families=here/]
${srl_instance(vrf)} interface ${port}
    [#if (node.vrfs[vrf].proxy_arp)!false]
${at} ipv4 arp proxy-arp true
    [/#if]
  [/#list]
[/#macro]
[#list (node.interfaces![])?filter(i -> !(i.virtual_interface!false)) as i]
set / interface ${i.ifname} admin-state ${(i.shutdown!false)?then("disable", "enable")}
  [#if i.name??]
set / interface ${i.ifname} description ${srl_text(i.name)}
  [/#if]
[/#list]
[#list node.vrfs!{} as name, vrf]
set / network-instance ${name} type ip-vrf
set / network-instance ${name} admin-state enable
[/#list]
[#if node.loopback??]
  [@interface node.loopback/]
[/#if]
[#list (node.interfaces![])?filter(i -> routed(i)) as i]
  [@interface i/]
[/#list]
