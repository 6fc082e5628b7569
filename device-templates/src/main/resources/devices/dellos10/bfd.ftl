[#-- Sessions are made by the protocols that ask for them; what is here is their timers, in milliseconds. --]
[#function timers t]
  [#return " interval " + (t.min_tx!200)?c + " min_rx " + (t.min_rx!200)?c + " multiplier " + (t.multiplier!3)?c + " role active"]
[/#function]
bfd enable
bfd${timers(node.bfd)}
[#list (node.interfaces![])?filter(i -> i.type != "loopback" && (i.bfd!false)?is_hash) as i]
interface ${i.ifname}
 bfd${timers(node.bfd + i.bfd)}
 exit
[/#list]
