[#-- vrrpd finds the interface that has the group's MAC address; the kernel has to have it. --]
[#list (node.interfaces![])?filter(i -> ((i.gateway.protocol)!"") == "vrrp") as i]
  [#assign gateway = i.gateway]
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(gateway[f]!)) as family]
    [#assign name = "vrrp" + (family == "ipv4")?string("4", "6") + "-" + i.ifindex?c]
ip link add link ${i.ifname} name ${name} type macvlan mode bridge
ip link set dev ${name} address ${mac(gateway.vrrp.mac[family])} addrgenmode none
ip address add ${address(gateway[family])}/${(family == "ipv4")?string("32", "128 nodad")} dev ${name}
    [#if family == "ipv6"]
ip address add ${gateway.vrrp.lla}/64 nodad dev ${name}
    [/#if]
ip link set dev ${name} up
  [/#list]
[/#list]
