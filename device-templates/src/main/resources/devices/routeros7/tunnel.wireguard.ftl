[#include "words.ftl"]
[#list (node.interfaces![])?filter(i -> i.type == "tunnel" && ((i.tunnel.mode)!"") == "wireguard") as i]
/interface/wireguard/add name=${i.ifname} listen-port=${i.tunnel.listen_port?c} private-key=${quoted(i.tunnel.private_key)}[#if i.mtu??] mtu=${i.mtu?c}[/#if][#if i.tunnel.vrf??] vrf=${i.tunnel.vrf}[/#if]
  [#assign far = i.tunnel._destination]
/interface/wireguard/peers/add interface=${i.ifname} public-key=${quoted(far.public_key)} endpoint-address=${address(far[i.tunnel.af])} endpoint-port=${far.listen_port?c} allowed-address=${i.tunnel.allowed_ips?split(",")?map(p -> p?trim)?join(",")}[#rt]
  [#if (i.tunnel.persistent_keepalive!0) > 0] persistent-keepalive=${i.tunnel.persistent_keepalive?c}s[/#if][#lt]

[/#list]
[@joined mode="wireguard" modes=["gre", "wireguard"]/]
