[#-- VRFs come before the interfaces that join them. Targets for EVPN are those of the VRF, targets for routes
     between VRFs of the switch those of an address family. --]
[#list node.vrfs!{} as name, vrf]
vrf ${name}
  [#if vrf.bgp??]
    [#assign overlay = (vrf.evpn.transit_vni)??]
    rd ${(vrf.evpn.rd)!vrf.rd}
    [#assign directions = {"export": vrf.export![], "import": vrf.import![]}]
    [#if overlay]
      [#list directions as direction, targets]
        [#list targets as target]
    route-target ${direction} ${target} evpn
        [/#list]
      [/#list]
    [/#if]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
    address-family ${family} unicast
      [#list directions as direction, targets]
        [#list targets as target]
        route-target ${direction} ${target}
        [/#list]
      [/#list]
    exit-address-family
    [/#list]
  [/#if]
[/#list]
