[#include "processes.ftl"]
[#assign bgp = node.bgp]
[#assign kinds = {"standard": "bgp_community", "large": "bgp_large_community", "extended": "bgp_ext_community"}]
[#-- BGP has tables of its own: what it tells a peer is its best path, even when another protocol has
     a better route. The pipe takes its networks and imports in, and what it learns out. --]
[#list ["ipv4", "ipv6"]?filter(f -> bgp[f]!false) as family]
  [#assign master = (family == "ipv6")?string("master6", "master4")]
${family} table bgp_${family};
protocol pipe bgp_pipe_${family} {
  table bgp_${family};
  peer table ${master};
  import filter {
  [#list bgp.advertise![] as p]
    [#if p[family]??]
    if net = ${p[family]} && proto !~ "default_*" then accept;
    [/#if]
  [/#list]
  [#list (bgp.import)!{} as from, policy]
    if ${source(from)} then accept;
  [/#list]
  [#if (bgp.neighbors![])?filter(n -> n.default_originate!false)?has_content]
    if net = ${any(family)} && source = RTS_STATIC then accept;
  [/#if]
    reject;
  };
  export where source = RTS_BGP;
}
[/#list]
[#macro channel n family extended]
  ${family} {
    table bgp_${family};
    igp table ${(family == "ipv6")?string("master6", "master4")};
  [#if extended]
    igp table master6;
    extended next hop on;
  [/#if]
  [#if n.next_hop_self??]
    next hop self[#if n.next_hop_self != "all"] ebgp[/#if];
  [/#if]
    import all;
    export filter {
  [#if !(n.default_originate!false) && !((bgp.import.static)??)]
      if net = ${any(family)} && source = RTS_STATIC then reject;
  [/#if]
  [#list kinds as kind, attribute]
    [#if !((node.bgp.community[n.type])!(node.bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![])?seq_contains(kind)]
      ${attribute}.empty;
    [/#if]
  [/#list]
  [#if n.remove_private_as??]
      bgp_path.delete([ 64512..65534, 4200000000..4294967294 ]);
  [/#if]
  [#if n.local_as?? && !(n.replace_global_as!true)]
      bgp_path.prepend(${bgp.as});
  [/#if]
      accept;
    };
  };
[/#macro]
[#macro speaker n peer families extended]
  description ${text(n.description!n.name!peer)};
  local [#if (n._source_intf[(peer?contains(":"))?string("ipv6", "ipv4")])??]${address(n._source_intf[(peer?contains(":"))?string("ipv6", "ipv4")])} [/#if]as ${n.local_as!bgp.as};
  neighbor ${peer} as ${n.as};
  [#if n.multihop??]
  multihop ${n.multihop};
  [#elseif n.gtsm?? && n.gtsm?is_number && n.gtsm gt 1]
  multihop ${n.gtsm};
  [/#if]
  [#if n.gtsm??]
  ttl security on;
  [/#if]
  [#if n.password??]
  password ${secret(n.password)};
  [/#if]
  [#if n.passive!false]
  passive on;
  [/#if]
  [#if (n.timers.hold)??]
  hold time ${n.timers.hold};
  [/#if]
  [#if (n.timers.keepalive)??]
  keepalive time ${n.timers.keepalive};
  [/#if]
  [#if n.role??]
  local role ${n.role.name?replace("-", "_")};
    [#if n.role.strict!false]
  require roles on;
    [/#if]
  [/#if]
  [#if n.bfd!false]
  bfd on;
  [/#if]
  [#if n.rr_client!false]
  rr client;
    [#if bgp.rr_cluster_id??]
  rr cluster id ${bgp.rr_cluster_id};
    [/#if]
  [/#if]
  [#if n.rs!false]
  rs client;
  [/#if]
  [#if bgp.confederation??]
  confederation ${bgp.confederation.as};
    [#if n.type != "ebgp"]
  confederation member yes;
    [/#if]
  [/#if]
  [#-- The peer of a lab is a second late, not down. --]
  connect delay time 1;
  connect retry time 1;
  error wait time 1, 4;
  [#list families as family]
    [@channel n family extended && family == "ipv4"/]
  [/#list]
[/#macro]
[#list bgp.neighbors![] as n]
  [#assign active = n.activate!{}]
  [#list ["ipv4", "ipv6"] as version]
    [#if is_address(n[version]!)]
      [#assign borrowed = version == "ipv6" && (n.ipv4_rfc8950!false) && (active.ipv4!false)]
protocol bgp bgp_${symbol(n.name!"peer")}_${n?counter}_${version} {
  [@speaker n n[version] borrowed?then(["ipv4"], []) + (active[version]!false)?then([version], []) borrowed/]
}
    [/#if]
  [/#list]
[/#list]
