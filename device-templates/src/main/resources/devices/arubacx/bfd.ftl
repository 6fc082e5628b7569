[#-- Sessions are made by the protocols that ask for them; what is here is their timers, in milliseconds. --]
[#macro timers t indent]
  [#if t.min_tx??]
${indent}bfd min-transmit-interval ${t.min_tx?c}
  [/#if]
  [#if t.min_rx??]
${indent}bfd min-receive-interval ${t.min_rx?c}
  [/#if]
  [#if t.multiplier??]
${indent}bfd detect-multiplier ${t.multiplier?c}
  [/#if]
[/#macro]
bfd
[#list (node.interfaces![])?filter(i -> i.type != "loopback" && (i.ipv4?? || i.ipv6??)) as i]
interface ${i.ifname}
[@timers node.bfd + ((i.bfd!false)?is_hash?then(i.bfd, {})) "    "/]
[/#list]
