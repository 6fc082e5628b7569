[#-- RIP runs on the interfaces whose networks are listed, and starts shut down. --]
router rip
[#assign rip = node.ripv2]
[#if rip.timers??]
   timers basic ${rip.timers.update?c} ${rip.timers.timeout?c} ${rip.timers.garbage?c}
[/#if]
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i.ripv2!false)?is_hash && is_address(i.ipv4!)) as i]
   network ${prefix(i.ipv4)}
[/#list]
[#list (rip.import)!{} as source, how]
   redistribute ${source}[#if how?is_hash && how.policy??] route-map ${how.policy}[/#if]
[/#list]
   no shutdown
!
