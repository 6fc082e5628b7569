[#-- Read by the image's start script. mgmtd (since FRR 10), zebra and staticd always run. --]
[#assign modules = node.module![]]
[#function yes condition][#return condition?string("yes", "no")][/#function]
[#function runs module family]
  [#return modules?seq_contains(module) && (node[module].af[family])!false]
[/#function]
bgpd=${yes(modules?seq_contains("bgp"))}
ospfd=${yes(runs("ospf", "ipv4"))}
ospf6d=${yes(runs("ospf", "ipv6"))}
[#list (node.frr.daemons)![] as daemon]
${daemon}=yes
[/#list]
vtysh_enable=yes
watchfrr_enable=yes
zebra_options="  -A 127.0.0.1 -s 90000000"
mgmtd_options="  -A 127.0.0.1"
staticd_options="-A 127.0.0.1"
bgpd_options="   -A 127.0.0.1"
ospfd_options="  -A 127.0.0.1"
ospf6d_options=" -A ::1"
