[#include "processes.ftl"]
[#macro timers bfd]
    [#if bfd.min_tx??]
    min tx interval ${bfd.min_tx} ms;
    [/#if]
    [#if bfd.min_rx??]
    min rx interval ${bfd.min_rx} ms;
    [/#if]
    [#if bfd.multiplier??]
    multiplier ${bfd.multiplier};
    [/#if]
[/#macro]
protocol bfd {
[#list (node.interfaces![])?filter(i -> (i.bfd!false)?is_hash) as i]
  interface "${i.ifname}" {
  [@timers node.bfd + i.bfd/]
  };
[/#list]
  interface "*" {
  [@timers node.bfd/]
  };
  multihop {
  [@timers node.bfd/]
  };
}
