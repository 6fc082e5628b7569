[#assign router = ["router", "gateway"]?seq_contains(node.role!"host")]
net.ipv4.ip_forward=${router?string("1", "0")}
net.ipv4.conf.all.rp_filter=0
net.ipv4.conf.default.rp_filter=0
net.ipv6.conf.all.disable_ipv6=0
net.ipv6.conf.default.disable_ipv6=0
net.ipv6.conf.all.forwarding=${router?string("1", "0")}
[#-- Addresses of a lab are unique by construction; without DAD they work at once. --]
net.ipv6.conf.default.accept_dad=0
