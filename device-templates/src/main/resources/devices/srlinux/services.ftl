[#-- Names are looked up, and messages are sent, through the network instance of the routers: servers of a
     lab are nodes of it. --]
[#assign dns = (node.services.dns)!{}]
[#if dns._server_list?has_content]
set / system dns network-instance ${dns.transport_vrf!"default"}
set / system dns server-list [ ${dns._server_list?join(" ")} ]
  [#if dns.domain??]
set / system dns search-list [ ${dns.domain} ]
  [/#if]
[/#if]
[#assign syslog = (node.services.syslog)!{}]
[#list syslog._server_list![] as server]
set / system logging network-instance ${syslog.transport_vrf!"default"}
set / system logging remote-server ${server} transport udp
set / system logging remote-server ${server} remote-port 514
set / system logging remote-server ${server} subsystem all priority match-above informational
[/#list]
