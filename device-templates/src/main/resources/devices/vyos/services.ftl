[#include "paths.ftl"]
[#list (node.services.dns._server_list)![] as server]
set system name-server '${address(server)}'
[/#list]
[#if (node.services.dns.domain)?? && (node.services.dns._server_list)?has_content]
set system domain-name '${node.services.dns.domain}'
[/#if]
[#list (node.services.syslog._server_list)![] as server]
set system syslog host ${address(server)} facility all level 'info'
[/#list]
[#if (node.services.syslog.transport_vrf)?? && (node.services.syslog._server_list)?has_content]
set system syslog vrf '${node.services.syslog.transport_vrf}'
[/#if]
