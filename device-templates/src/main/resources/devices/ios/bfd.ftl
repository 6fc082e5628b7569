[#-- Timers are those of interfaces; without them no session comes up. --]
[#list (node.interfaces![])?filter(i -> !(i.bfd!true)?is_boolean || (i.bfd!true)) as i]
  [#if i.type != "loopback" && (i.ipv4?? || i.ipv6??)]
    [#assign bfd = node.bfd + (i.bfd!true)?is_hash?then(i.bfd, {})]
interface ${i.ifname}
 bfd interval ${bfd.min_tx!500} min_rx ${bfd.min_rx!500} multiplier ${bfd.multiplier!3}
    [#if (bfd.min_echo_rx!0) == 0]
 no bfd echo
    [/#if]
!
  [/#if]
[/#list]
