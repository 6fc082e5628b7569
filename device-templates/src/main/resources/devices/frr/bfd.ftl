[#-- Sessions are made by the protocols that ask for them; what is here is their timers. --]
[#macro profile name settings]
 profile ${name}
  [#if settings.min_tx??]
  transmit-interval ${settings.min_tx}
  [/#if]
  [#if settings.min_rx??]
  receive-interval ${settings.min_rx}
  [/#if]
  [#if settings.multiplier??]
  detect-multiplier ${settings.multiplier}
  [/#if]
  [#if settings.min_echo_rx??]
  echo receive-interval [#if settings.min_echo_rx == 0]disabled[#else]${settings.min_echo_rx}[/#if]
  [/#if]
 exit
 !
[/#macro]
bfd
[@profile "netlab" node.bfd/]
[#list (node.interfaces![])?filter(i -> (i.bfd!false)?is_hash) as i]
  [@profile i.ifname node.bfd + i.bfd/]
[/#list]
exit
!
