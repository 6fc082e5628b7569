[#include "words.ftl"]
[#-- A loopback is a bridge without ports. What VRFs and addresses need is there before them. --]
/system/identity/set name=${node.name}
[#list ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i.type!"") == "loopback") as i]
/interface/bridge/add name=${i.ifname} protocol-mode=none[#if i.name??] comment=${quoted(i.name)}[/#if]
[/#list]
[#list (node.interfaces![])?filter(i -> !(i.virtual_interface!false)) as i]
/interface/ethernet/set ${i.ifname}[#if i.name??] comment=${quoted(i.name)}[/#if][#if i.mtu??] mtu=${i.mtu?c}[/#if] disabled=${(i.shutdown!false)?string("yes", "no")}
[/#list]
