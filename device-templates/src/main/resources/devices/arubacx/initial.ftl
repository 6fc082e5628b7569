[#-- A port routes or switches; the VRF comes before the addresses, for joining one removes them. --]
hostname ${node.name}
[#macro switchport i]
    no routing
  [#if (i.vlan.trunk_id)??]
    [#if (i.vlan.native)?? && (i.vlan.access_id)??]
    vlan trunk native ${i.vlan.access_id?c}
    [/#if]
    vlan trunk allowed ${i.vlan.trunk_id?sort?join(",")}
  [#else]
    vlan access ${i.vlan.access_id?c}
  [/#if]
[/#macro]
[#macro addresses i]
  [#if i.vrf??]
    vrf attach ${i.vrf}
  [/#if]
  [#if i.mtu?? && i.type != "loopback" && (i.ipv4?? || i.ipv6??)]
    ip mtu ${i.mtu?c}
  [/#if]
  [#if is_address(i.ipv4!)]
    ip address ${i.ipv4}
  [#elseif (i.ipv4!)?is_boolean && i.ipv4]
    ip unnumbered interface ${i._parent_intf!node.loopback.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
    ipv6 address ${i.ipv6}
  [#elseif (i.ipv6!)?is_boolean && i.ipv6]
    ipv6 address link-local
  [/#if]
[/#macro]
[#macro interface i]
  [#local member = (i.lag._parentindex)?? || (i.lag.mlag.peergroup)??]
  [#local switched = (i.vlan.access_id)?? || (i.vlan.trunk_id)??]
  [#local multi = (i.type == "lag" && (i.lag._mlag!false))]
interface ${i.ifname}[#if multi] multi-chassis[/#if]
  [#if i.name??]
    description ${one_line(i.name)}
  [/#if]
  [#if i.shutdown!false]
    shutdown
  [#elseif i.type != "loopback" && i.type != "svi"]
    no shutdown
  [/#if]
  [#if !(i.virtual_interface!false) && i.mtu??]
    mtu ${i.mtu?c}
  [/#if]
  [#if (i.lag._parentindex)??]
    lag ${i.lag._parentindex?c}
  [#elseif member]
    no routing
  [#elseif switched]
    [@switchport i/]
  [#else]
    [#if ["loopback", "svi", "tunnel"]?seq_contains(i.type)][#else]
    routing
    [/#if]
    [@addresses i/]
  [/#if]
[/#macro]
[#-- A bundle is there before its ports join it. --]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
[@interface i/]
[/#list]
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#list (node.interfaces![])?filter(i -> i.type != "lag") as i]
[@interface i/]
[/#list]
