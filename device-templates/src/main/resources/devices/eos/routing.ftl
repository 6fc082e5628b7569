[#assign routing = node.routing!{}]
[#-- IPv6 lists have a mode of their own. --]
[#function bounds line family]
  [#-- `ge` must be longer than the prefix; as long as the prefix is what is matched anyway. --]
  [#local length = line[family]?keep_after("/")?number]
  [#local text = ""]
  [#if line.min?? && line.min > length][#local text += " ge " + line.min?c][/#if]
  [#if line.max?? && line.max > length][#local text += " le " + line.max?c][/#if]
  [#if line.min?? && line.min == length && !line.max??][#local text += " le " + (family == "ipv4")?string("32", "128")][/#if]
  [#return text]
[/#function]
[#list routing._prefix!{} as family, lists]
  [#list lists as name, lines]
    [#if family == "ipv6"]
ipv6 prefix-list ${name}
    [/#if]
    [#list lines as line]
${(family == "ipv4")?string("ip prefix-list " + name, "  ")} seq ${line.sequence?c} ${line.action} ${line[family]}${bounds(line, family)}
    [/#list]
!
  [/#list]
[/#list]
[#list routing.aspath!{} as name, entries]
  [#list entries as entry]
ip as-path access-list ${name} ${entry.action} ${one_line(entry.path?string)} any
  [/#list]
!
[/#list]
[#list routing.community!{} as name, list]
  [#assign large = ((list.type!"standard") == "large")?string("large-", "")]
  [#list list.value as entry]
    [#if (entry._value!"")?has_content]
ip ${large}community-list ${((list.cl_type!"") == "expanded")?string("regexp ", "")}${name} ${entry.action} ${one_line(entry._value)}
    [/#if]
  [/#list]
!
[/#list]
[#-- An entry that matches prefixes of both families matches none, so that there is a map for each. --]
[#macro map name family]
  [#local ip = (family == "ipv4")?string("ip", "ipv6")]
  [#list routing.policy[name] as entry]
    [#local match = entry.match!{}]
    [#local set = entry.set!{}]
    [#local additive = ((set.community.append)!false)?string(" additive", "")]
route-map ${name}${(family == "ipv6")?string("-ipv6", "")} ${entry.action} ${entry.sequence?c}
    [#if match.prefix??]
   match ${ip} address prefix-list ${match.prefix}
    [/#if]
    [#if match.nexthop??]
   match ${ip} next-hop prefix-list ${match.nexthop}
    [/#if]
    [#if match.aspath??]
   match as-path ${match.aspath}
    [/#if]
    [#if (match.community.standard)??]
   match community ${match.community.standard}
    [/#if]
    [#if (match.community.large)??]
   match large-community ${match.community.large}
    [/#if]
    [#list ["standard", "large", "extended"]?filter(k -> ((entry.delete.community[k])![])?has_content) as kind]
   set ${{"standard": "community", "large": "large-community", "extended": "extcommunity rt"}[kind]} ${one_line(entry.delete.community[kind]?join(" "))} delete
    [/#list]
    [#if set.locpref??]
   set local-preference ${set.locpref?c}
    [/#if]
    [#if set.med??]
   set metric ${set.med?c}
    [/#if]
    [#if set.weight??]
   set weight ${set.weight?c}
    [/#if]
    [#if (set.prepend.path)??]
   set as-path prepend ${one_line(set.prepend.path?string)}
    [#elseif (set.prepend.count)??]
   set as-path prepend[#list 1..set.prepend.count as i] ${node.bgp.as}[/#list]
    [/#if]
    [#if (set.community.standard)??]
   set community ${one_line(set.community.standard?join(" "))}${additive}
    [/#if]
    [#if (set.community.large)??]
   set large-community ${one_line(set.community.large?join(" "))}${additive}
    [/#if]
    [#if (set.community.extended)??]
   set extcommunity rt ${one_line(set.community.extended?join(" "))}${additive}
    [/#if]
!
  [/#list]
[/#macro]
[#list routing.policy!{} as name, entries]
  [@map name "ipv4"/]
  [@map name "ipv6"/]
[/#list]
[#function ports of]
  [#if of.port_range??][#return " range " + of.port_range?join(" ")][/#if]
  [#return of.port_op???then(" " + of.port_op + " " + of.port!, "")]
[/#function]
[#function end of family]
  [#if of.any!false][#return "any"][/#if]
  [#local value = of[family]!"any"]
  [#return (of.host!false)?then("host " + address(value), value)]
[/#function]
[#list routing._acl!{} as family, lists]
  [#list lists as name, lines]
${(family == "ipv4")?string("ip", "ipv6")} access-list ${name}
    [#list lines as line]
      [#if line.description??]
   ${line.sequence?c} remark ${one_line(line.description)}
      [#else]
        [#assign protocol = (family == "ipv6" && line.protocol?string == "ip")?then("ipv6", line.protocol)]
   ${line.sequence?c} ${line.action} ${protocol} ${end(line.src!{"any": true}, family)}${ports(line.src!{})} ${end(line.dst!{"any": true}, family)}${ports(line.dst!{})}[#if line.established!false] established[/#if][#if line.log!false] log[/#if]
      [/#if]
    [/#list]
!
  [/#list]
[/#list]
[#list (node.interfaces![])?filter(i -> (i.routing.acl)??) as i]
interface ${i.ifname}
  [#list i.routing.acl as direction, lists]
    [#list lists as family, list]
   ${(family == "ipv4")?string("ip", "ipv6")} access-group ${list} ${direction}
    [/#list]
  [/#list]
!
[/#list]
[#list (node.routing.static)![] as route]
  [#assign nexthop = route.nexthop]
  [#list ["ipv4", "ipv6"] as family]
    [#if route[family]??]
${(family == "ipv4")?string("ip", "ipv6")} route [#if route.vrf??]vrf ${route.vrf} [/#if]${route[family]} [#rt]
      [#if nexthop.vrf??]egress-vrf ${(nexthop.vrf == "global")?then("default", nexthop.vrf)} [/#if][#t]
      [#if nexthop.discard!false]
Null0[#t]
      [#elseif !nexthop[family]??]
${nexthop.intf}[#t]
      [#elseif nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
${nexthop.intf} ${nexthop[family]}[#t]
      [#else]
${address(nexthop[family])}[#t]
      [/#if]
      [#if route.floating!false] 250[/#if][#lt]
    [/#if]
  [/#list]
[/#list]
!
