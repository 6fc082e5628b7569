[#assign ports = (node.interfaces![])?filter(i -> (i.gateway.protocol)??)]
[#if ports?filter(i -> i.gateway.protocol == "vrrp")?has_content]
nv set router vrrp enable on
[/#if]
[#list ports as i]
  [#if i.gateway.protocol == "anycast"]
    [#assign path = "interface " + i.ifname + " ip vrr"]
nv set ${path} enable on
nv set ${path} mac-address ${mac(i.gateway.anycast.mac)}
nv set ${path} state up
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(i.gateway[f]!)) as family]
nv set ${path} address ${i.gateway[family]}
    [/#list]
  [#else]
    [#assign vrrp = i.gateway.vrrp]
    [#assign path = "interface " + i.ifname + " ip vrrp virtual-router " + vrrp.group?c]
nv set interface ${i.ifname} ip vrrp enable on
nv set ${path} version 3
    [#if is_address(i.gateway.ipv4!)]
nv set ${path} address ${address(i.gateway.ipv4)}
    [/#if]
    [#if is_address(i.gateway.ipv6!)]
      [#-- the first address of a group is a link-local one (RFC 5798, 5.2.9) --]
nv set ${path} address ${vrrp.lla}
nv set ${path} address ${address(i.gateway.ipv6)}
    [/#if]
    [#if vrrp.priority??]
nv set ${path} priority ${vrrp.priority?c}
    [/#if]
nv set ${path} preempt ${(vrrp.preempt!true)?string("on", "off")}
  [/#if]
[/#list]
