[#include "processes.ftl"]
[#list processes("eigrp") as p]
  [#assign eigrp = p.of]
  [#if (eigrp.af.ipv4)!false]
router eigrp ${eigrp.as}
 eigrp router-id ${eigrp.router_id}
    [#list ports_of(p, "ipv4")?filter(i -> is_address(i.ipv4!)) as i]
 network ${address(i.ipv4)} 0.0.0.0
    [/#list]
    [#list ports_of(p, "ipv4")?filter(i -> i.eigrp.passive!false) as i]
 passive-interface ${i.ifname}
    [/#list]
!
  [/#if]
  [#if (eigrp.af.ipv6)!false]
ipv6 router eigrp ${eigrp.as}
 eigrp router-id ${eigrp.router_id}
    [#list ports_of(p, "ipv6")?filter(i -> i.eigrp.passive!false) as i]
 passive-interface ${i.ifname}
    [/#list]
 no shutdown
!
    [#list ports_of(p, "ipv6") as i]
interface ${i.ifname}
 ipv6 eigrp ${eigrp.as}
!
    [/#list]
  [/#if]
[/#list]
