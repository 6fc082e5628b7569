net.ipv6.seg6_flowlabel=1
net.ipv6.conf.all.seg6_enabled=1
net.ipv6.conf.default.seg6_enabled=1
net.vrf.strict_mode=1
