[#include "paths.ftl"]
[#assign lists = node.routing!{}]
[#list lists._prefix!{} as family, all]
  [#assign kind = (family == "ipv4")?string("prefix-list", "prefix-list6")]
  [#list all as name, lines]
    [#list lines as line]
      [#assign rule = "set policy " + kind + " " + name + " rule " + line.sequence?c]
      [#-- `ge` must be longer than the prefix; as long as the prefix is what is matched anyway. --]
      [#assign length = line[family]?keep_after("/")?number]
${rule} action '${line.action}'
${rule} prefix '${line[family]}'
      [#if line.min?? && line.min > length]
${rule} ge '${line.min}'
      [/#if]
      [#if line.max?? && line.max > length]
${rule} le '${line.max}'
      [#elseif line.min?? && line.min == length && !line.max??]
${rule} le '${(family == "ipv4")?string("32", "128")}'
      [/#if]
    [/#list]
  [/#list]
[/#list]
[#list lists.aspath!{} as name, entries]
  [#list entries as entry]
set policy as-path-list ${name} rule ${entry.sequence?c} action '${entry.action}'
set policy as-path-list ${name} rule ${entry.sequence?c} regex ${quoted(entry.path?string)}
  [/#list]
[/#list]
[#-- Lists with names are regular expressions to VyOS; `_` is a border of a community (FRR manual, BGP). --]
[#function pattern entry]
  [#return entry.regexp!("_" + entry._value?trim?replace(" +", "_(.+_)?", "r") + "_")]
[/#function]
[#assign kinds = {"standard": "community-list", "extended": "extcommunity-list", "large": "large-community-list"}]
[#list lists.community!{} as name, list]
  [#list list.value as entry]
    [#assign rule = "set policy " + kinds[list.type] + " " + name + " rule " + (entry.sequence!(entry?index * 10 + 10))?c]
${rule} action '${entry.action}'
${rule} regex ${quoted(pattern(entry))}
  [/#list]
[/#list]
[#-- A map that matches prefixes of both families matches none, so that there is a map for each. --]
[#macro map name family]
  [#local ip = (family == "ipv4")?string("ip", "ipv6")]
  [#list lists.policy[name] as entry]
    [#local match = entry.match!{}]
    [#local set = entry.set!{}]
    [#local rule = "set policy route-map " + name + (family == "ipv6")?string("-ipv6", "") + " rule " + entry.sequence?c]
${rule} action '${entry.action}'
    [#if match.prefix??]
${rule} match ${ip} address prefix-list '${match.prefix}'
    [/#if]
    [#if match.nexthop??]
${rule} match ${ip} nexthop prefix-list '${match.nexthop}'
    [/#if]
    [#if match.aspath??]
${rule} match as-path '${match.aspath}'
    [/#if]
    [#if (match.community.standard)??]
${rule} match community community-list '${match.community.standard}'
    [/#if]
    [#if set.locpref??]
${rule} set local-preference '${set.locpref?c}'
    [/#if]
    [#if set.med??]
${rule} set metric '${set.med?c}'
    [/#if]
    [#if (set.prepend.path)??]
${rule} set as-path prepend ${quoted(set.prepend.path)}
    [#elseif (set.prepend.count)??]
${rule} set as-path prepend '[#list 1..set.prepend.count as i]${node.bgp.as?c}[#sep] [/#list]'
    [/#if]
    [#list ["standard", "large"] as type]
      [#list (set.community[type])![] as community]
${rule} set ${(type == "large")?string("large-community", "community")} ${(set.community.append!false)?string("add", "replace")} ${quoted(community?string)}
      [/#list]
    [/#list]
    [#list (set.community.extended)![] as community]
${rule} set extcommunity rt ${quoted(community?string)}
    [/#list]
  [/#list]
[/#macro]
[#list lists.policy!{} as name, entries]
  [@map name "ipv4"/]
  [@map name "ipv6"/]
[/#list]
[#list lists.static![] as route]
  [#assign nexthop = route.nexthop]
  [#list ["ipv4", "ipv6"]?filter(f -> route[f]??) as family]
    [#assign path = routing(route.vrf!"") + " static " + (family == "ipv4")?string("route", "route6") + " " + route[family]]
    [#if nexthop.discard!false]
      [#assign path += " blackhole"]
${path}
    [#elseif !nexthop[family]??]
      [#assign path += " interface " + nexthop.intf]
${path}
    [#else]
      [#assign path += " next-hop " + address(nexthop[family])]
${path}
      [#if nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
${path} interface '${nexthop.intf}'
      [/#if]
    [/#if]
    [#if route.floating!false]
${path} distance '250'
    [/#if]
    [#if nexthop.vrf?? && !(nexthop.discard!false)]
${path} vrf '${nexthop.vrf}'
    [/#if]
  [/#list]
[/#list]
