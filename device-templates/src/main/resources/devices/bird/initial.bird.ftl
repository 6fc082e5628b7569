[#-- The kernel has the addresses; BIRD learns them here and gives its routes to the kernel. --]
router id ${(node.bgp.router_id)!(node.ospf.router_id)!node.router_id!("0.0.0." + node.id)};
protocol device {
  scan time 1;
}
protocol direct {
  ipv4;
  ipv6;
}
[#list ["ipv4", "ipv6"] as family]
protocol kernel kernel_${family} {
  merge paths on;
  ${family} {
    export where source != RTS_DEVICE && proto !~ "default_*";
  };
}
[/#list]
