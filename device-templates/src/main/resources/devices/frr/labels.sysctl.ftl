[#-- The kernel has no room for labels, and takes none in, until it is told to. --]
net.mpls.platform_labels=1048575
[#list (node.interfaces![])?filter(i -> !i.vrf?? && (i.ipv4?? || i.ipv6??)) as i]
net.mpls.conf.${i.ifname?replace(".", "/")}.input=1
[/#list]
