[#-- What the resolver of the C library reads: resolv.conf(5). Of more than three servers it asks the first three. --]
[#assign dns = (node.services.dns)!{}]
[#if (dns._server_list![])?has_content]
  [#if dns.domain??]
search ${dns.domain}
  [/#if]
  [#list dns._server_list as server]
nameserver ${address(server)}
  [/#list]
[/#if]
