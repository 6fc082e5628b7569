[#-- Loose: with unnumbered links and ECMP, packets come in where the way back does not go out. --]
net.ipv4.conf.all.rp_filter=0
net.ipv4.conf.default.rp_filter=0
net.ipv6.conf.all.disable_ipv6=0
net.ipv6.conf.default.disable_ipv6=0
[#-- Addresses of a lab are unique by construction; without DAD they work at once. --]
net.ipv6.conf.default.accept_dad=0
net.ipv6.conf.all.keep_addr_on_down=1
