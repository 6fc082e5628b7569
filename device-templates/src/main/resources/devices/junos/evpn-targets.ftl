[#include "ports.ftl"]
[#-- The bundle of a VLAN: the VRF whose VLANs are one instance of EVPN, or nothing. --]
[#function bundle_of vlan]
  [#local name = vlan.vrf!""]
  [#return (name != "" && ((node.vrfs[name].evpn.bundle)!"") == "vlan_aware")?then(name, "")]
[/#function]
[#-- The instances of EVPN: one for each VLAN, or one for the VLANs of a VRF. --]
[#function instances]
  [#local all = {}]
  [#list (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
    [#local vlan = node.vlans[name]]
    [#local bundle = bundle_of(vlan)]
    [#if bundle == ""]
      [#local all += {"evpn-" + name: {"vlans": [name], "of": vlan.evpn, "aware": false}}]
    [#else]
      [#local before = (all["evpn-" + bundle].vlans)![]]
      [#local of = (node.vrfs[bundle].evpn) + {"import": node.vrfs[bundle].import, "export": node.vrfs[bundle].export}]
      [#local all += {"evpn-" + bundle: {"vlans": before + [name], "of": of, "aware": true}}]
    [/#if]
  [/#list]
  [#return all]
[/#function]
[#function target_name target][#return "target-" + target?replace(":", "-")?replace(".", "-")][/#function]
[#-- Which routes an instance takes, and the targets of those that it gives. --]
[#macro targets name of]
policy-options {
  [#list (of.import![]) + (of.export![]) as target]
    community ${target_name(target)} members target:${target};
  [/#list]
    policy-statement ${name}-import {
  [#list of.import![] as target]
        term from-${target?index} {
            from community ${target_name(target)};
            then accept;
        }
  [/#list]
        then reject;
    }
    policy-statement ${name}-export {
        then {
  [#list of.export![] as target]
            community add ${target_name(target)};
  [/#list]
            accept;
        }
    }
}
[/#macro]
[#macro rd of default]
        route-distinguisher ${of.rd!default};
[/#macro]
[#-- Routes of a VRF between routers, as prefixes with the VNI of the VRF. --]
[#macro prefix_routes]
  [#list (node.vrfs!{}) as name, vrf]
    [#if (vrf.evpn.transit_vni)??]
routing-instances {
    ${name} {
        protocols {
            evpn {
                ip-prefix-routes {
                    advertise direct-nexthop;
                    encapsulation vxlan;
                    vni ${vrf.evpn.transit_vni?c};
      [#if vrf.bgp??]
                    export [ ${name}-bgp-routes evpn-accept ];
      [/#if]
                }
            }
        }
    }
}
      [#if vrf.bgp??]
policy-options {
    policy-statement evpn-accept {
        then accept;
    }
}
      [/#if]
    [/#if]
  [/#list]
[/#macro]
