[#assign services = node.services!{}]
[#if (services.dns.domain)??]
domain name ${services.dns.domain}
[/#if]
[#list (services.dns._server_list)![] as server]
domain name-server ${address(server)}
[/#list]
[#if services.syslog??]
  [#assign syslog = services.syslog]
  [#list syslog._server_list![] as server]
logging ${address(server)} vrf ${syslog.transport_vrf!"default"}
  [/#list]
  [#if syslog._server_list?has_content && node.loopback?? && !syslog.transport_vrf??]
logging source-interface ${node.loopback.ifname}
  [/#if]
[/#if]
