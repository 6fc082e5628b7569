[#-- Intervals are 50 to 999 ms. Echo packets, on by default, would come back through the peer and need
     `no ip redirects` there; a minimum of 0 means none. --]
[#macro timers bfd indent]
${indent}bfd interval ${bfd.min_tx!500} min_rx ${bfd.min_rx!500} multiplier ${bfd.multiplier!3}
[/#macro]
[@timers node.bfd ""/]
[#list (node.interfaces![])?filter(i -> i.type != "loopback" && (i.ipv4?? || i.ipv6??)) as i]
  [#assign own = (i.bfd!false)?is_hash]
  [#assign all = node.bfd + own?then(i.bfd, {})]
  [#assign echo = (all.min_echo_rx!0) != 0]
interface ${i.ifname}
  [#if own]
[@timers all "  "/]
  [/#if]
  [#if echo]
  no ip redirects
  no ipv6 redirects
  bfd echo
  [#else]
  no bfd echo
  [/#if]
[/#list]
