[#-- VLANs on ports: switch ports, service instances of a bridge domain, or ports of a bridge group. --]
[#function id name][#return (node.vlans[name].id)!0][/#function]
[#macro switch_port i]
interface ${i.ifname}
  [#if i.vlan.trunk_id??]
    [#if device.trunk_encapsulation!false]
 switchport trunk encapsulation dot1q
    [/#if]
    [#if i.vlan.native??]
 switchport trunk native vlan ${i.vlan.access_id}
    [/#if]
 switchport trunk allowed vlan ${i.vlan.trunk_id?sort?join(",")}
 switchport mode trunk
  [#else]
 switchport mode access
 switchport access vlan ${i.vlan.access_id}
  [/#if]
 switchport nonegotiate
!
[/#macro]
[#macro service_instances i]
interface ${i.ifname}
  [#if i.vlan.trunk_id??]
    [#list i.vlan.trunk_id?sort as vlan]
 service instance ${vlan} ethernet
      [#if i.vlan.native?? && i.vlan.access_id == vlan]
  encapsulation untagged
      [#else]
  encapsulation dot1q ${vlan}
  rewrite ingress tag pop 1 symmetric
      [/#if]
  bridge-domain ${vlan}
 !
    [/#list]
  [#else]
 service instance ${i.vlan.access_id} ethernet
  encapsulation untagged
  bridge-domain ${i.vlan.access_id}
  [/#if]
!
[/#macro]
[#function group_of access]
  [#list node.vlans!{} as name, vlan]
    [#if (vlan.id!0) == access][#return vlan.bridge_group][/#if]
  [/#list]
  [#return 0]
[/#function]
[#if device.vlans == "bvi"]
  [#list (node.interfaces![])?filter(i -> i.type == "svi") as i]
bridge ${i.bridge_group} protocol ieee
    [#if is_address(i.ipv4!) || is_address(i.ipv6!)]
bridge ${i.bridge_group} route ip
    [/#if]
!
  [/#list]
[#elseif device.vlans == "bdi"]
  [#list (node.vlans!{})?values?filter(v -> v.id?? && v.mode != "route")?sort_by("id") as vlan]
bridge-domain ${vlan.id}
!
  [/#list]
[/#if]
[#list (node.interfaces![])?filter(i -> (i.vlan.access_id)?? && (i.type != "svi") && (i.vlan.mode!"") != "route" || (i.vlan.trunk_id)??) as i]
  [#if device.vlans == "switch" && i.type != "vlan_member"]
    [@switch_port i/]
  [#elseif device.vlans == "bdi" && i.type != "vlan_member"]
    [@service_instances i/]
  [#elseif device.vlans == "bvi" && i.vlan.access_id??]
interface ${i.ifname}
 bridge-group ${group_of(i.vlan.access_id)}
!
  [/#if]
[/#list]
