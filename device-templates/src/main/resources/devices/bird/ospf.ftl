[#include "processes.ftl"]
[#assign types = {"point-to-point": "ptp", "broadcast": "bcast", "point-to-multipoint": "ptmp", "non-broadcast": "nbma"}]
[#macro interface i family]
  [#local ospf = i.ospf]
    interface "${i.ifname}" {
  [#if i.type == "loopback" || (ospf.passive!false)]
      stub yes;
  [/#if]
  [#if ospf.network_type?? && i.type != "loopback"]
      type ${types[ospf.network_type]};
  [/#if]
  [#if ospf.cost??]
      cost ${ospf.cost};
  [/#if]
  [#if (ospf.timers.hello)??]
      hello ${ospf.timers.hello};
  [/#if]
  [#if (ospf.timers.dead)??]
      dead ${ospf.timers.dead};
  [/#if]
  [#if ospf.priority??]
      priority ${ospf.priority};
  [/#if]
  [#if ospf.password?? && family == "ipv4"]
      authentication simple;
      password ${secret(ospf.password)};
  [/#if]
  [#if ospf.bfd!false]
      bfd yes;
  [/#if]
    };
[/#macro]
[#macro ranges word inside outside family]
  [#local own = inside?filter(r -> r[family]??)]
  [#local hidden = outside?filter(r -> r[family]??)]
  [#if own?has_content || hidden?has_content]
    ${word} {
    [#list own as r]
      ${r[family]};
    [/#list]
    [#list hidden as r]
      ${r[family]} hidden;
    [/#list]
    };
  [/#if]
[/#macro]
[#macro area_kind a family]
  [#if a.kind != "regular"]
    ${a.kind};
    summary ${(a.inter_area!true)?string("yes", "no")};
    [#if (a.default.cost)??]
    default cost ${a.default.cost};
    [/#if]
  [/#if]
  [@ranges "networks" a.range![] a.filter![] family/]
  [@ranges "external" a.external_range![] a.external_filter![] family/]
[/#macro]
[#macro instance family]
  [#local ospf = node.ospf]
  [#local ports = ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i.ospf!false)?is_hash && has(i, family))]
  [#local default = ospf.default!false]
  [#local originate = (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
  [#local how = default?is_hash?then(default, {})]
  [#if originate && (how.always!false)]
protocol static default_${family}_ospf {
  ${family} { preference 1; };
  route ${any(family)} unreachable;
}
  [/#if]
protocol ospf ${(family == "ipv6")?string("v3", "v2")} ospf_${family} {
  router id ${ospf.router_id};
  [#if (ospf.gr.restart)??]
  graceful restart on;
    [#if ospf.gr.restart.grace_period??]
  graceful restart time ${ospf.gr.restart.grace_period};
    [/#if]
  [#elseif (ospf.gr.helper)??]
  graceful restart aware;
  [/#if]
  ${family} {
    export filter {
  [#if originate]
      if net = ${any(family)} then {
    [#if how.cost??]
        ospf_metric${(how.type!"e2")?remove_beginning("e")} = ${how.cost};
    [/#if]
        accept;
      }
  [/#if]
  [#list (ospf.import)!{} as from, policy]
      if ${source(from)} then accept;
  [/#list]
      reject;
    };
  };
  [#list ports?map(i -> i.ospf.area?string)?filter(a -> true) as area]
    [#if ports?map(i -> i.ospf.area?string)?seq_index_of(area) == area?index]
  area ${area} {
      [#list (ospf.areas![])?filter(a -> a.area?string == area) as a]
        [@area_kind a family/]
      [/#list]
      [#list ports?filter(i -> i.ospf.area?string == area) as i]
        [#if family == "ipv6" && i.type == "loopback"]
    [#-- OSPFv3 speaks on no interface without a link-local address. --]
    stubnet ${prefix(i.ipv6)};
        [#else]
          [@interface i family/]
        [/#if]
      [/#list]
  };
    [/#if]
  [/#list]
}
[/#macro]
[#list ["ipv4", "ipv6"] as family]
  [#if (node.ospf.af[family])!false]
    [@instance family/]
  [/#if]
[/#list]
