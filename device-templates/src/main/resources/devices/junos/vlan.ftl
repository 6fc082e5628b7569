[#include "ports.ftl"]
[#-- Switches: a port belongs to VLANs, by name; routed VLANs of a trunk are units of their own. --]
[#assign members = (node.interfaces![])?filter(i -> i.vlan?? && i.type != "svi")]
[#assign fabric = (node.evpn.vlans)![]]
[#assign svis = (node.interfaces![])?filter(i -> i.type == "svi" && (has(i, "ipv4") || has(i, "ipv6")))]
[#if (node.vlans!{})?values?filter(v -> v.mode != "route")?has_content]
[#-- VLANs that EVPN carries are in instances of their own, see evpn.ftl --]
vlans {
  [#list node.vlans as name, vlan]
    [#if vlan.mode != "route" && !fabric?seq_contains(name)]
    ${name} {
        vlan-id ${vlan.id};
      [#list svis?filter(i -> ((i.vlan.name)!"") == name) as i]
        l3-interface ${i.ifname};
      [/#list]
    }
    [/#if]
  [/#list]
}
[/#if]
[#if members?has_content]
interfaces {
  [#list members as i]
    ${port(i)} {
    [#if routed(i)]
      [#if unit(i) == "0"]
[@tagging i false/]
      [/#if]
[@routed_unit i/]
    [#elseif unit(i) == "0"]
[@tagging i true/]
      [#if i.vlan.trunk_id?? && i.vlan.native?? && !units_on(i)?has_content]
        native-vlan-id ${native(i)};
      [/#if]
        unit 0 {
            family ethernet-switching {
                interface-mode ${(i.vlan.trunk_id??)?string("trunk", "access")};
                vlan {
      [#if i.vlan.trunk_id??]
                    members [ ${i.vlan.trunk_id?join(" ")} ];
      [#else]
                    members ${i.vlan.access_id};
      [/#if]
                }
            }
        }
    [/#if]
    }
  [/#list]
}
[/#if]
[#-- A port that carries routed VLANs only has no VLAN of its own. --]
[#assign below = (node.interfaces![])?filter(i -> unit(i) == "0" && !i.vlan?? && units_on(i)?has_content)]
[#if below?has_content]
interfaces {
  [#list below as i]
    ${port(i)} {
[@tagging i false/]
    }
  [/#list]
}
[/#if]
