[#assign ports = (node.interfaces![])?filter(i -> (i.gateway.protocol)??)]
[#if ports?filter(i -> i.gateway.protocol == "vrrp")?has_content]
router vrrp enable
[/#if]
[#list ports as i]
interface ${i.ifname}
  [#list {"ipv4": "ip", "ipv6": "ipv6"} as family, ip]
    [#if is_address(i.gateway[family]!)]
      [#if i.gateway.protocol == "anycast"]
    active-gateway ${ip} mac ${mac(i.gateway.anycast.mac)}
    active-gateway ${ip} ${address(i.gateway[family])}
      [#else]
        [#assign vrrp = i.gateway.vrrp]
    vrrp ${vrrp.group?c} address-family ${family}
        [#if family == "ipv4"]
        version 3
        address ${address(i.gateway.ipv4)} primary
        [#else]
        [#-- the first address of a group is a link-local one (RFC 5798, 5.2.9) --]
        address ${vrrp.lla} primary
        address ${address(i.gateway.ipv6)} secondary
        [/#if]
        [#if vrrp.priority??]
        priority ${vrrp.priority?c}
        [/#if]
        [#if !(vrrp.preempt!true)]
        no preempt
        [/#if]
        no shutdown
        exit
      [/#if]
    [/#if]
  [/#list]
[/#list]
