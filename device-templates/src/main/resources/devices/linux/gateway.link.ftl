[#-- A shared address has an interface of its own, with the shared MAC address: answers to ARP requests come
     from there. It has no prefix: the way back is that of the interface below. --]
[#macro port name i mac_address]
link add link ${i.ifname} name ${name} type macvlan mode bridge
link set dev ${name} address ${mac(mac_address)} addrgenmode none
  [#if i.vrf??]
link set dev ${name} master ${i.vrf}
  [/#if]
[/#macro]
[#list (node.interfaces![])?filter(i -> (i.gateway.protocol)??) as i]
  [#assign gateway = i.gateway]
  [#if gateway.protocol == "anycast"]
    [#assign name = "gw-" + i.ifindex?c]
    [@port name i gateway.anycast.mac/]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(gateway[f]!)) as family]
address add ${address(gateway[family])}/${(family == "ipv4")?string("32", "128 nodad")} dev ${name}
    [/#list]
link set dev ${name} up
  [#elseif gateway.protocol == "vrrp"]
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(gateway[f]!)) as family]
      [#assign name = "vrrp" + (family == "ipv4")?string("4", "6") + "-" + i.ifindex?c]
      [@port name i gateway.vrrp.mac[family]/]
address add ${address(gateway[family])}/${(family == "ipv4")?string("32", "128 nodad")} dev ${name}
      [#if family == "ipv6"]
address add ${gateway.vrrp.lla}/64 nodad dev ${name}
      [/#if]
link set dev ${name} up
    [/#list]
  [/#if]
[/#list]
