[#include "../junos/ports.ftl"]
[#-- Routers: units of ports are members of bridge domains; a tag of a unit is that of its VLAN. --]
[#assign members = (node.interfaces![])?filter(i -> i.vlan?? && i.type != "svi")]
[#assign fabric = (node.evpn.vlans)![]]
[#function bridged i][#return !routed(i) && (i.vlan.access_id)??][/#function]
[#assign bridges = {}]
[#list node.vlans!{} as name, vlan]
  [#if vlan.mode != "route" && !fabric?seq_contains(name)]
    [#assign bridges += {name: vlan}]
  [/#if]
[/#list]
[#if bridges?has_content]
[#-- VLANs that EVPN carries are in instances of their own, see evpn.ftl --]
bridge-domains {
  [#list bridges as name, vlan]
    ${name} {
        vlan-id ${vlan.id};
    [#list members?filter(i -> bridged(i) && i.vlan.access_id == vlan.id) as i]
        interface ${i.ifname};
    [/#list]
    [#list node.interfaces?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == name && (has(i, "ipv4") || has(i, "ipv6"))) as i]
        routing-interface ${i.ifname};
    [/#list]
    }
  [/#list]
}
[/#if]
[#-- The port below units: tagged when one of them is; a port of untagged frames only is bridged as a whole. --]
[#macro physical i]
  [#local units = units_on(i)]
  [#local bridging = ([i] + units)?filter(u -> u.vlan?? && bridged(u))?has_content]
  [#if units?has_content]
[@tagging i bridging/]
  [#elseif bridging]
        encapsulation ethernet-bridge;
  [/#if]
[/#macro]
[#macro member i]
  [#if bridged(i)]
        unit ${unit(i)} {
    [#if units_on(i)?has_content || unit(i) != "0"]
            encapsulation vlan-bridge;
            vlan-id ${i.vlan.access_id};
    [#else]
            family bridge;
    [/#if]
        }
  [#elseif routed(i)]
[@routed_unit i/]
  [/#if]
[/#macro]
[#assign ports = (node.interfaces![])?filter(i -> unit(i) == "0" && i.type != "svi" && i.type != "loopback" && (i.vlan?? || units_on(i)?has_content))]
[#if ports?has_content]
interfaces {
  [#list ports as i]
    ${port(i)} {
[@physical i/]
    }
  [/#list]
  [#list members as i]
    ${port(i)} {
[@member i/]
    }
  [/#list]
}
[/#if]
