[#-- Providers make links with an MTU of 1500 and bring them up; the rest is here. --]
[#list node.interfaces![] as i]
  [#if i.type == "loopback"]
link add name ${i.ifname} type dummy
link set dev ${i.ifname} up
  [#elseif !(i.virtual_interface!false) && (i.mtu!1500) != 1500]
link set dev ${i.ifname} mtu ${i.mtu}
  [/#if]
[/#list]
