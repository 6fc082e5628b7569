[#-- A VRF is a device with a routing table of its own. What is in it comes behind it. --]
[#list node.vrfs!{} as name, vrf]
link add name ${name} type vrf table ${vrf.vrfidx}
link set dev ${name} up
[/#list]
[#list (node.interfaces![])?filter(i -> i.vrf?? && i.type != "tunnel") as i]
link set dev ${i.ifname} master ${i.vrf}
[/#list]
