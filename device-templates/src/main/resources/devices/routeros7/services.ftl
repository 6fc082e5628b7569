[#assign dns = (node.services.dns)!{}]
[#if (dns._server_list![])?has_content]
/ip/dns/set servers=${dns._server_list?join(",")}[#if (dns.transport_vrf!"")?has_content] vrf=${dns.transport_vrf}[/#if]
[/#if]
[#assign syslog = (node.services.syslog)!{}]
[#list syslog._server_list![] as server]
/system/logging/action/add name=server${server?counter} target=remote remote=${server}[#if (syslog.transport_vrf!"")?has_content] vrf=${syslog.transport_vrf}[/#if]
/system/logging/add topics=info action=server${server?counter}
[/#list]
