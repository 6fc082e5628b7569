[#assign services = node.services!{}]
[#if services.dns??]
  [#assign dns = services.dns]
  [#assign vrf = dns.transport_vrf???then("vrf " + dns.transport_vrf! + " ", "")]
  [#if dns.domain??]
ip domain name ${dns.domain}
  [/#if]
  [#if dns._server_list?has_content]
ip domain lookup
    [#list dns._server_list as server]
ip name-server ${vrf}${address(server)}
    [/#list]
  [/#if]
!
[/#if]
[#if services.syslog??]
  [#assign syslog = services.syslog]
  [#list syslog._server_list![] as server]
logging host [#if server?contains(":")]ipv6 [/#if]${address(server)}[#if syslog.transport_vrf??] vrf ${syslog.transport_vrf}[/#if]
  [/#list]
  [#if syslog._server_list?has_content && node.loopback?? && !syslog.transport_vrf??]
logging source-interface ${node.loopback.ifname}
  [/#if]
!
[/#if]
