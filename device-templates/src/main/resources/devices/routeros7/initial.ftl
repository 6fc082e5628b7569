[#-- Hosts learn the prefix of an interface only when it has the length that they need for their address (RFC 4862, 5.5.3). --]
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> i.ifname??) as i]
  [#if is_address(i.ipv4!)]
/ip/address/add address=${i.ipv4} interface=${i.ifname}
  [/#if]
  [#if is_address(i.ipv6!)]
    [#assign told = i.type != "loopback" && prefix_length(i.ipv6)?number == 64 && !((i.ra.disable)!false)]
/ipv6/address/add address=${i.ipv6} interface=${i.ifname} advertise=${told?string("yes", "no")}
  [/#if]
[/#list]
