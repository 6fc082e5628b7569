[#include "paths.ftl"]
[#list (node.interfaces![])?filter(i -> i.type == "tunnel" && ((i.tunnel.mode)!"") == "wireguard") as i]
  [#assign path = "set interfaces wireguard " + i.ifname]
${path} private-key '${i.tunnel.private_key}'
${path} port '${i.tunnel.listen_port?c}'
  [#if i.mtu??]
${path} mtu '${i.mtu?c}'
  [/#if]
  [#list i.neighbors![] as n]
    [#assign peer = path + " peer " + n.node]
    [#assign far = i.tunnel._destination]
${peer} address '${address(far[i.tunnel.af])}'
${peer} port '${far.listen_port?c}'
${peer} public-key '${far.public_key}'
    [#list i.tunnel.allowed_ips?split(",") as prefix]
${peer} allowed-ips '${prefix?trim}'
    [/#list]
    [#if (i.tunnel.persistent_keepalive!0) > 0]
${peer} persistent-keepalive '${i.tunnel.persistent_keepalive}'
    [/#if]
  [/#list]
[/#list]
