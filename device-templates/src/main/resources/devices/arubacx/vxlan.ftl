[#-- Without EVPN every VNI has its list of other ends. The MAC address of routed packets is the switch's own. --]
[#assign vnis = (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??)]
[#assign tenants = (node.vrfs!{})?keys?filter(v -> (node.vrfs[v].evpn.transit_vni)??)]
[#if tenants?has_content]
virtual-mac 02:00:00:00:${(node.id / 100)?int?string("00")}:${(node.id % 100)?string("00")}
[/#if]
interface vxlan 1
    source ip ${node.vxlan.vtep}
    no shutdown
[#list vnis as name]
  [#assign vlan = node.vlans[name]]
    vni ${vlan.vni?c}
        vlan ${vlan.id?c}
  [#if node.vxlan.flooding != "evpn"]
    [#list vlan.vtep_list![] as vtep]
        vtep-peer ${vtep}
    [/#list]
  [/#if]
[/#list]
[#list tenants as name]
    vni ${node.vrfs[name].evpn.transit_vni?c}
        routing
        vrf ${name}
[/#list]
