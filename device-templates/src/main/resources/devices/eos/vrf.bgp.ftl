[#-- BGP in VRFs. Routes go from VRF to VRF of a router, and to other routers, by way of the tables of VPNs
     (EOS manual, Inter-VRF Local Route Leaking); a VRF of EVPN is in that table instead. --]
[#assign speakers = (node.vrfs!{})?keys?filter(v -> node.vrfs[v].bgp??)]
[#assign families = ["ipv4", "ipv6"]]
[#assign sources = {"ipv4": {"ripv2": "rip"}, "ipv6": {"ospf": "ospfv3"}}]
[#function sessions_of neighbors]
  [#local all = []]
  [#list neighbors as n]
    [#local active = n.activate!{}]
    [#local borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
    [#if is_address(n.ipv4!)]
      [#local all += [{"peer": n.ipv4, "n": n, "ipv4": active.ipv4!false, "ipv6": false}]]
    [/#if]
    [#if is_address(n.ipv6!)]
      [#local extended = borrowed && !n.local_if??]
      [#local all += [{"peer": n.ipv6, "n": n, "extended": extended, "ipv4": extended, "ipv6": active.ipv6!false}]]
    [/#if]
    [#if n.local_if??]
      [#local lla = !is_address(n.ipv6!) && (active.ipv6!false)]
      [#local all += [{"peer": "on-" + n.local_if, "interface": n.local_if, "n": n, "extended": borrowed, "ipv4": borrowed, "ipv6": lla}]]
    [/#if]
  [/#list]
  [#return all]
[/#function]
[#macro targets vrf kind]
  [#list {"import": vrf.import![], "export": vrf.export![]} as direction, list]
    [#list list as target]
      route-target ${direction} ${kind} ${target}
    [/#list]
  [/#list]
[/#macro]
[#macro session s]
  [#local n = s.n]
  [#if s.interface??]
      neighbor ${s.peer} peer group
  [/#if]
      neighbor ${s.peer} remote-as ${n.as}
  [#if n.name??]
      neighbor ${s.peer} description ${one_line(n.name)}
  [/#if]
  [#if n.local_as??]
      neighbor ${s.peer} local-as ${n.local_as} no-prepend[#if n.replace_global_as!true] replace-as[/#if]
  [/#if]
  [#if n._source_intf??]
      neighbor ${s.peer} update-source ${n._source_intf.ifname}
  [/#if]
  [#if n.next_hop_self??]
      neighbor ${s.peer} next-hop-self
  [/#if]
  [#if n.rr_client!false]
      neighbor ${s.peer} route-reflector-client
  [/#if]
  [#local kinds = (node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?has_content]
      neighbor ${s.peer} send-community ${kinds?join(" ")}
  [/#if]
  [#if s.interface??]
      neighbor interface ${s.interface} peer-group ${s.peer}
  [/#if]
[/#macro]
[#macro family bgp sessions name]
      !
      address-family ${name}
  [#list sessions as s]
    [#if s[name]]
         neighbor ${s.peer} activate
      [#if name == "ipv4" && (s.extended!false)]
         neighbor ${s.peer} next-hop address-family ipv6 originate
      [/#if]
    [#elseif name == "ipv4"]
         no neighbor ${s.peer} activate
    [/#if]
  [/#list]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
         network ${p[name]}
    [/#if]
  [/#list]
  [#list bgp.import!{} as source, how]
         redistribute ${sources[name][source]!source}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#list]
[/#macro]
[#if speakers?has_content]
router bgp ${node.bgp.as}
  [#if !(node.module![])?seq_contains("bgp")]
   router-id ${node.bgp.router_id}
   no bgp default ipv4-unicast
  [/#if]
  [#list speakers as name]
    [#assign vrf = node.vrfs[name]]
    [#assign overlay = ((node.evpn.vrfs)![])?seq_contains(name)]
    [#assign sessions = sessions_of(vrf.bgp.neighbors![])]
   !
   vrf ${name}
      rd ${overlay?then((vrf.evpn.rd)!vrf.rd, vrf.rd)}
    [#if overlay]
      [@targets vrf "evpn"/]
    [/#if]
    [#list families?filter(f -> (vrf.af[f])!false) as f]
      [#if !overlay || ((node.mpls.vpn[f])![])?has_content]
        [@targets vrf "vpn-" + f/]
      [/#if]
    [/#list]
    [#if vrf.bgp.router_id??]
      router-id ${vrf.bgp.router_id}
    [/#if]
    [#list sessions as s]
      [@session s/]
    [/#list]
    [#list families?filter(f -> (vrf.af[f])!false) as f]
      [@family vrf.bgp sessions f/]
    [/#list]
  [/#list]
!
[/#if]
