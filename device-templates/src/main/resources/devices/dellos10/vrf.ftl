[#-- VRFs come before the interfaces that join them. Targets that another VRF of the switch has, too, move routes
     between the two; those of EVPN are with EVPN. --]
[#function shared name mine theirs]
  [#local found = []]
  [#list node.vrfs as other, vrf]
    [#if other != name]
      [#local found += (node.vrfs[name][mine]![])?filter(t -> (vrf[theirs]![])?seq_contains(t) && !found?seq_contains(t))]
    [/#if]
  [/#list]
  [#return found]
[/#function]
[#list node.vrfs!{} as name, vrf]
ip vrf ${name}
  [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
    [#assign ip = (family == "ipv4")?string("ip", "ipv6")]
    [#list shared(name, "import", "export") as target]
 ${ip} route-import ${target}
    [/#list]
    [#list shared(name, "export", "import") as target]
 ${ip} route-export ${target}
    [/#list]
  [/#list]
 exit
[/#list]
