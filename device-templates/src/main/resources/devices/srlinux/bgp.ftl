[#include "bgp-speaker.ftl"]
[@srl_bgp vrf="" bgp=node.bgp families={"ipv4": node.bgp.ipv4!false, "ipv6": node.bgp.ipv6!false}/]
