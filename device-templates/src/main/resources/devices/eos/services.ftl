[#assign services = node.services!{}]
[#if services.dns??]
  [#assign dns = services.dns]
  [#if dns.domain??]
dns domain ${one_line(dns.domain)}
  [/#if]
  [#list dns._server_list![] as server]
ip name-server vrf ${dns.transport_vrf!"default"} ${address(server)}
  [/#list]
!
[/#if]
[#if services.syslog??]
  [#assign syslog = services.syslog]
  [#assign within = syslog.transport_vrf???then("vrf " + syslog.transport_vrf! + " ", "")]
  [#list syslog._server_list![] as server]
logging ${within}host ${address(server)}
  [/#list]
  [#if (syslog._server_list![])?has_content && node.loopback?? && within == ""]
logging source-interface ${node.loopback.ifname}
  [/#if]
!
[/#if]
