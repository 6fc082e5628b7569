[#include "paths.ftl"]
[#-- Sessions are made by the protocols that ask for them; what is here is their timers. --]
[#macro profile name settings]
  [#local path = "set protocols bfd profile " + name]
${path}
  [#if settings.min_tx??]
${path} interval transmit '${settings.min_tx?c}'
  [/#if]
  [#if settings.min_rx??]
${path} interval receive '${settings.min_rx?c}'
  [/#if]
  [#if settings.multiplier??]
${path} interval multiplier '${settings.multiplier}'
  [/#if]
  [#if (settings.min_echo_rx!0) > 0]
${path} interval echo-interval '${settings.min_echo_rx?c}'
  [/#if]
[/#macro]
[@profile "netlab" node.bfd/]
[#list (node.interfaces![])?filter(i -> (i.bfd!false)?is_hash) as i]
  [@profile bfd_profile(i) node.bfd + i.bfd/]
[/#list]
