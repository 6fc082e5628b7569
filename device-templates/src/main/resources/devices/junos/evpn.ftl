[#include "evpn-targets.ftl"]
[#-- Switches: MAC-VRFs with the VLANs and the ports of these. A port is in one instance only. --]
[#list instances() as name, instance]
[@targets name instance.of/]
routing-instances {
    ${name} {
        instance-type mac-vrf;
        service-type ${instance.aware?string("vlan-aware", "vlan-based")};
        vtep-source-interface ${node.vxlan.vtep_interface};
[@rd instance.of node.bgp.router_id + ":" + instance.of.evi/]
        vrf-import ${name}-import;
        vrf-export ${name}-export;
        protocols {
            evpn {
                encapsulation vxlan;
            }
        }
        vlans {
  [#list instance.vlans as v]
            ${v} {
                vlan-id ${node.vlans[v].id};
                vxlan {
                    vni ${node.vlans[v].vni?c};
                }
    [#list (node.interfaces![])?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == v && (has(i, "ipv4") || has(i, "ipv6"))) as i]
                l3-interface ${i.ifname};
    [/#list]
            }
  [/#list]
        }
  [#list (node.interfaces![])?filter(i -> i.vlan?? && unit(i) == "0" && i.type != "svi") as i]
    [#if instance.vlans?filter(v -> ((i.vlan.access)!"") == v || (i.vlan.trunk[v])?? )?has_content]
        interface ${i.ifname};
    [/#if]
  [/#list]
    }
}
[/#list]
[@prefix_routes/]
