[#assign dns = (node.services.dns)!{}]
[#if (dns._server_list![])?has_content]
  [#assign vrf = dns.transport_vrf!""]
ip domain-lookup
  [#if dns.domain??]
ip domain-name ${dns.domain}
  [/#if]
  [#if vrf == ""]
    [#list dns._server_list as server]
ip name-server ${server}
    [/#list]
  [#else]
    [#list dns._server_list as server]
ip name-server ${server} use-vrf ${vrf}
    [/#list]
  [/#if]
[/#if]
[#assign syslog = (node.services.syslog)!{}]
[#list syslog._server_list![] as server]
logging server ${server} 6 use-vrf ${syslog.transport_vrf!"default"}
[/#list]
