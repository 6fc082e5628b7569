[#-- A client takes its default route from the server as well. --]
[#list node.interfaces![] as i]
  [#assign relay = (i.dhcp.relay)!{}]
  [#-- The server is found in the VRF that is named, else in that of the interface. --]
  [#assign wanted = (i.dhcp.vrf)!""]
  [#assign within = (wanted != "" && wanted != (i.vrf!"global"))?then(" vrf " + (wanted == "global")?string("default", wanted), "")]
  [#if relay?has_content || ((i.dhcp.client.ipv4)!false)]
interface ${i.ifname}
    [#if (i.dhcp.client.ipv4)!false]
   ip address dhcp
   dhcp client accept default-route
    [/#if]
    [#list relay.ipv4![] as server]
   ip helper-address ${address(server)}${within}
    [/#list]
    [#list relay.ipv6![] as server]
   ipv6 dhcp relay destination ${address(server)}${within}
    [/#list]
!
  [/#if]
[/#list]
