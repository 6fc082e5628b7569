[#-- The interface below must neither answer for the shared address, nor ask in its name. --]
net.ipv4.conf.all.arp_ignore=1
net.ipv4.conf.all.arp_announce=2
[#-- What has the shared MAC address takes no address of its own from a router's advertisement. --]
net.ipv6.conf.default.accept_ra=0
