[#include "bgp-speaker.ftl"]
[#include "vpn.ftl"]
[#assign bgp = srl_instance("") + " protocols bgp"]

${bgp} afi-safi evpn admin-state enable
[#-- A router that has no part in a service drops its routes otherwise. --]
${bgp} afi-safi evpn evpn keep-all-routes true
[#list srl_sessions((node.bgp.neighbors)![]) as s]
  [#assign to = bgp + (s.interface??)?then(" group on-" + s.interface!"", " neighbor " + s.peer!"")]
  [#assign on = s.n.evpn?? && (s.interface?? || s.peer == (s.n[s.n.evpn])!)]
${to} afi-safi evpn admin-state ${on?then("enable", "disable")}
  [#if on]
${to} afi-safi evpn send-community-type [ standard extended large ]
  [/#if]
[/#list]
[#macro instance at interface evi name vpn]
  [#local line = at + " protocols bgp-evpn bgp-instance 1"]
${line} admin-state enable
${line} vxlan-interface ${interface}
${line} evi ${evi?c}
${line} ecmp 8
  [@srl_targets instance=at name=name vpn=vpn/]
[/#macro]
[#list (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??) as name]
  [#assign vlan = node.vlans[name]]
  [@instance at="set / network-instance vlan-" + name interface="vxlan0." + vlan.id?c evi=vlan.evpn.evi!vlan.id name="vlan-" + name vpn=vlan.evpn/]
  [#-- Hosts that other routers have: their ARP entries come with the routes (RFC 9135). --]
  [#list (node.interfaces![])?filter(i -> i.type == "svi" && ((i.vlan.name)!"") == name) as i]
    [#list {"ipv4": "arp", "ipv6": "neighbor-discovery"} as f, table]
      [#if srl_has(i, f)]
        [#assign at = srl_subinterface(i.ifname) + " " + f + " " + table]
${at} learn-unsolicited ${(f == "ipv4")?then("true", "global")}
${at} host-route populate dynamic
${at} evpn advertise dynamic
      [/#if]
    [/#list]
  [/#list]
[/#list]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
    [@instance at="set / network-instance " + name interface="vxlan0." + (10000 + vrf.id)?c evi=vrf.evpn.evi!vrf.id name=name vpn={"rd": vrf.evpn.rd!vrf.rd, "import": vrf.import![], "export": vrf.export![]}/]
  [/#if]
[/#list]
