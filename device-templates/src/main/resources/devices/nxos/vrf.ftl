[#-- Contexts only, for interfaces join them before they get addresses. Targets need `feature bgp`. --]
[#list node.vrfs!{} as name, vrf]
vrf context ${name}
  [#if vrf.bgp??]
    [#assign overlay = (vrf.evpn.transit_vni)??]
    [#if overlay]
  vni ${vrf.evpn.transit_vni?c}
    [/#if]
  rd ${(vrf.evpn.rd)!vrf.rd}
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
  address-family ${family} unicast
      [#list {"import": vrf.import![], "export": vrf.export![]} as direction, targets]
        [#list targets as target]
    route-target ${direction} ${target}
          [#if overlay]
    route-target ${direction} ${target} evpn
          [/#if]
        [/#list]
      [/#list]
    [/#list]
  [/#if]
[/#list]
