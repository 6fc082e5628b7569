[#assign vxlan = (node.evpn.transport!"vxlan") == "vxlan"]
[#assign switch = device.vlans == "switch"]
[#assign names = (node.evpn.vlans![])?filter(v -> (node.vlans[v].evpn)??)]
l2vpn evpn
 replication-type ingress
[#if node.loopback??]
 router-id ${node.loopback.ifname}
[/#if]
!
[#list names as name]
  [#assign vlan = node.vlans[name]]
l2vpn evpn instance ${vlan.evpn.evi} vlan-based
 encapsulation ${vxlan?string("vxlan", "mpls")}
  [#if vlan.evpn.rd??]
 rd ${vlan.evpn.rd}
  [/#if]
  [#list vlan.evpn.import![] as target]
 route-target import ${target}
  [/#list]
  [#list vlan.evpn.export![] as target]
 route-target export ${target}
  [/#list]
 no auto-route-target
!
${switch?string("vlan configuration", "bridge-domain")} ${vlan.id}
 member evpn-instance ${vlan.evpn.evi}[#if vlan.vni??] vni ${vlan.vni?c}[/#if]
!
[/#list]
[#-- The VNI of a VRF needs a VLAN of its own, with an interface in the VRF that borrows an address. --]
[#assign used = (node.vlans!{})?values?filter(v -> v.id??)?map(v -> v.id)]
[#assign next = node.evpn._start_transit_vlan!3800]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
    [#list next..4094 as id]
      [#if !used?seq_contains(id)]
        [#assign next = id][#break]
      [/#if]
    [/#list]
    [#assign transit = vrf.evpn._transit_vlan!next]
    [#if switch]
vlan ${transit}
!
vlan configuration ${transit}
    [#else]
bridge-domain ${transit}
    [/#if]
 member vni ${vrf.evpn.transit_vni?c}
!
interface ${switch?string("Vlan", "BDI")}${transit}
 vrf forwarding ${name}
    [#if (vrf.af.ipv4)!false]
 ip unnumbered ${node.vxlan.vtep_interface!node.loopback.ifname}
    [/#if]
    [#if (vrf.af.ipv6)!false]
 ipv6 enable
    [/#if]
 no autostate
 no shutdown
!
    [#assign next = next + 1]
  [/#if]
[/#list]
[#assign peers = ((node.bgp.neighbors)![])?filter(n -> n.evpn?? && n[n.evpn]??)]
[#if peers?has_content]
router bgp ${node.bgp.as}
 address-family l2vpn evpn
  [#list peers as n]
    [#assign peer = address(n[n.evpn])]
  neighbor ${peer} activate
  neighbor ${peer} send-community both
    [#if n.rr_client!false]
  neighbor ${peer} route-reflector-client
    [/#if]
    [#if n.type != "ibgp"]
  [#-- the next hop is the VTEP, not the router that passes the route on --]
  neighbor ${peer} next-hop-unchanged
    [/#if]
  [/#list]
 exit-address-family
!
[/#if]
