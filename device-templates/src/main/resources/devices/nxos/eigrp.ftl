[#-- A process whose tag is a number has it as its AS. --]
[#assign eigrp = node.eigrp]
[#function carries i family]
  [#local has = i[family]!false]
  [#return (eigrp.af[family]!false) && (!has?is_boolean || has)]
[/#function]
router eigrp ${eigrp.as?c}
[#list ["ipv4", "ipv6"]?filter(f -> eigrp.af[f]!false) as family]
  address-family ${family} unicast
  [#if eigrp.router_id??]
    router-id ${eigrp.router_id}
  [/#if]
[/#list]
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i.eigrp!false)?is_hash) as i]
interface ${i.ifname}
  [#list {"ipv4": "ip", "ipv6": "ipv6"} as family, ip]
    [#if carries(i, family)]
  ${ip} router eigrp ${eigrp.as?c}
      [#if (i.eigrp.passive!false) && i.type != "loopback"]
  ${ip} passive-interface eigrp ${eigrp.as?c}
      [/#if]
    [/#if]
  [/#list]
[/#list]
