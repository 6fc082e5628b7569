[#include "bgp-speaker.ftl"]
[#-- An instance for each VRF. Routes go from VRF to VRF, on this router and between routers, by their targets. --]
[#list node.vrfs!{} as name, vrf]
  [#if vrf.bgp?? && (node.bgp.as)??]
/routing/bgp/instance/add name=${name} as=${node.bgp.as?c} router-id=${vrf.bgp.router_id!node.bgp.router_id} vrf=${name} routing-table=${name}
    [#if vrf.import?? || vrf.export??]
/routing/bgp/vpn/add name=${name} instance=${name} vrf=${name} route-distinguisher=${vrf.rd} label-allocation-policy=per-vrf import.route-targets=${(vrf.import![])?join(",")} export.route-targets=${(vrf.export![])?join(",")} export.redistribute=connected,static,${(vrf.ospf??)?string("ospf,", "")}bgp
    [/#if]
[@announced vrf.bgp "bgp-networks-" + name name/]
[@connections vrf.bgp.neighbors![] name name "bgp-networks-" + name/]
  [/#if]
[/#list]
