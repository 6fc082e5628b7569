[#assign dns = (node.services.dns)!{}]
[#if (dns._server_list![])?has_content]
  [#if dns.domain??]
ip dns domain-name ${dns.domain}
  [/#if]
  [#list dns._server_list as server]
ip dns server-address ${server}
  [/#list]
[/#if]
[#assign syslog = (node.services.syslog)!{}]
[#list syslog._server_list![] as server]
logging ${server} severity info vrf ${syslog.transport_vrf!"default"}
[/#list]
