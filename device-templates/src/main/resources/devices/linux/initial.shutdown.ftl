[#-- Last: the kernel takes no route through an interface that is down. --]
[#list node.interfaces![] as i]
  [#if i.shutdown!false]
link set dev ${i.ifname} down
  [/#if]
[/#list]
