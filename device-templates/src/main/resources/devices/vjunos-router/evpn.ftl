[#include "../junos/evpn-targets.ftl"]
[#-- Routers: virtual switches with bridge domains. A unit has the tag of its VLAN and so belongs to one. --]
[#list instances() as name, instance]
[@targets name instance.of/]
routing-instances {
    ${name} {
        instance-type virtual-switch;
        vtep-source-interface ${node.vxlan.vtep_interface};
[@rd instance.of node.bgp.router_id + ":" + instance.of.evi/]
        vrf-import ${name}-import;
        vrf-export ${name}-export;
        protocols {
            evpn {
                encapsulation vxlan;
                extended-vni-list [ ${instance.vlans?map(v -> node.vlans[v].vni?c)?join(" ")} ];
            }
        }
        bridge-domains {
  [#list instance.vlans as v]
            ${v} {
                vlan-id ${node.vlans[v].id};
                vxlan {
                    vni ${node.vlans[v].vni?c};
                }
    [#list (node.interfaces![])?filter(i -> i.vlan?? && i.type != "svi" && ((i.vlan.access_id)!0) == node.vlans[v].id && !routed(i)) as i]
                interface ${i.ifname};
    [/#list]
    [#list (node.interfaces![])?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == v && (has(i, "ipv4") || has(i, "ipv6"))) as i]
                routing-interface ${i.ifname};
    [/#list]
            }
  [/#list]
        }
    }
}
[/#list]
[@prefix_routes/]
