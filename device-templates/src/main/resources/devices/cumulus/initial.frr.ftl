frr
hostname ${node.name}
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> i.ifname?? && i.bandwidth??) as i]
interface ${i.ifname}
  [#-- kbps in the lab, Mbps here, and at least 1 --]
 bandwidth ${[1, (i.bandwidth / 1000)?round]?max?c}
exit
[/#list]
!
