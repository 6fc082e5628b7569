[#-- /etc/network/interfaces of ifupdown2: one section for each interface, with what every module has to say of it. --]
[#include "ports.ftl"]
[#macro loopback]
auto lo
iface lo inet loopback
  [#if node.loopback??]
    [@addresses node.loopback/]
  [/#if]
  [#if (node.vxlan.vtep)??]
    vxlan-local-tunnelip ${node.vxlan.vtep}
  [/#if]
[/#macro]
[#macro switchport i]
  [#if (i.vlan.trunk_id)??]
    [#local native = (i.vlan.native)?? && (i.vlan.access_id)??]
    bridge-vids ${i.vlan.trunk_id?sort?join(" ")}
    [#if native]
    bridge-pvid ${i.vlan.access_id?c}
    [#else]
    bridge-allow-untagged no
    [/#if]
  [#else]
    bridge-access ${i.vlan.access_id?c}
  [/#if]
[/#macro]
[#macro spanning_tree i]
  [#if (i.stp!false)?is_hash && ((node.stp.enable)!true)]
    [#if !(i.stp.enable!true)]
      [#-- there is no switch for one port: it neither sends nor heeds BPDUs --]
    mstpctl-portbpdufilter yes
    [/#if]
    [#if i.stp.port_priority??]
    mstpctl-treeportprio ${(i.stp.port_priority * 16)?c}
    [/#if]
    [#switch i.stp.port_type!""]
      [#case "edge"]
    mstpctl-portadminedge yes
        [#break]
      [#case "network"]
    mstpctl-portnetwork yes
        [#break]
      [#case "auto"]
    mstpctl-portautoedge yes
        [#break]
      [#case "normal"]
    mstpctl-portautoedge no
        [#break]
    [/#switch]
  [/#if]
[/#macro]
[#macro gateway i]
  [#local protocol = (i.gateway.protocol)!""]
  [#if protocol == "anycast"]
    address-virtual ${mac(i.gateway.anycast.mac)} ${["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!))?map(f -> i.gateway[f])?join(" ")}
  [#elseif protocol == "vrrp"]
    vrrp ${i.gateway.vrrp.group?c} ${["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!))?map(f -> i.gateway[f])?join(" ")}
  [/#if]
[/#macro]
[#macro port i]
auto ${i.ifname}
iface ${i.ifname}[#if client(i, "ipv4")] inet dhcp[/#if]
  [#if i.type == "loopback"]
    link-type dummy
  [#elseif i.type == "svi"]
    vlan-id ${i.ifname?remove_beginning("vlan")}
    vlan-raw-device bridge
  [#elseif i.type == "vlan_member"]
    vlan-id ${i.vlan.access_id?c}
    vlan-raw-device ${i.parent_ifname}
  [#elseif i.type == "lag"]
    [#local members = []]
    [#list node.interfaces as m]
      [#if ((m.lag._parentindex)!0) == i.lag.ifindex]
        [#local members += [m.ifname]]
      [/#if]
    [/#list]
    bond-slaves ${members?join(" ")}
    [#if (i.lag.lacp!"fast") == "off"]
    bond-mode balance-xor
    [#else]
    bond-mode 802.3ad
    bond-lacp-rate ${((i.lag.lacp!"fast") == "slow")?then("0", "1")}
    [/#if]
  [/#if]
  [#if i.name??]
    alias ${one_line(i.name)}
  [/#if]
  [#if i.shutdown!false]
    link-down yes
  [/#if]
  [#if !member(i)]
    [#if i.type != "loopback"]
      [#-- the switch's own default is 9216 bytes, which no other device of a lab expects --]
    mtu ${(i.mtu!1500)?c}
    [/#if]
    [#if i.vrf??]
    vrf ${i.vrf}
    [/#if]
    [#if switched(i)]
      [@switchport i/]
    [#else]
      [@addresses i/]
    [/#if]
    [@spanning_tree i/]
    [@gateway i/]
  [/#if]
  [#if client(i, "ipv6")]
iface ${i.ifname} inet6 dhcp
  [/#if]
[/#macro]
[@loopback/]
[#list node.vrfs!{} as name, vrf]
auto ${name}
iface ${name}
    vrf-table auto
[/#list]
[#list node.interfaces![] as i]
  [#if !(i.type == "svi" && i.vlan.mode == "bridge")]
    [@port i/]
  [/#if]
[/#list]
