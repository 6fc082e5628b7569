[#-- Timers of sessions; an interface of its own has them in one command with those of the node. --]
[#macro timers bfd]
interval ${(bfd.min_tx!300)?c} min-rx ${(bfd.min_rx!300)?c} multiplier ${(bfd.multiplier!3)?c}[#t]
[/#macro]
router bfd
   [@timers node.bfd/] default
!
[#list (node.interfaces![])?filter(i -> (i.bfd!false)?is_hash) as i]
  [#assign all = node.bfd + i.bfd]
interface ${i.ifname}
   bfd [@timers all/]

  [#if (all.min_echo_rx!0) != 0]
   bfd echo
  [/#if]
!
[/#list]
