[#-- A prefix set only says yes. A list that also denies becomes a policy of its own, line by line, which
     other policies call; so does every list, to have one form. --]
[#include "names.ftl"]
[#assign routing = node.routing!{}]
[#assign lists = {}]
[#list routing._prefix!{} as family, named]
  [#list named as name, lines]
    [#assign lists += {name: (lists[name]![]) + lines?filter(l -> l[family]??)?map(l -> l + {"prefix": l[family], "longest": (family == "ipv4")?then(32, 128)})}]
  [/#list]
[/#list]
[#list lists as name, lines]
  [#assign policy = "set / routing-policy policy list-" + name]
${policy} default-action policy-result reject
  [#list lines as line]
    [#assign length = line.prefix?keep_after("/")?number]
    [#assign range = (line.min?? || line.max??)?then((line.min!length)?c + ".." + (line.max!(line.min??)?then(line.longest, length))?c, "exact")]
    [#assign entry = name + "-" + line?counter]
set / routing-policy prefix-set ${entry} prefix ${line.prefix} mask-length-range ${range}
${policy} statement ${line?counter} match prefix prefix-set ${entry}
${policy} statement ${line?counter} action policy-result ${(line.action == "deny")?then("reject", "accept")}
  [/#list]
[/#list]
[#list routing.policy!{} as name, entries]
  [#assign policy = "set / routing-policy policy " + name]
${policy} default-action policy-result reject
  [#list entries as entry]
    [#assign line = policy + " statement " + entry.sequence]
    [#if (entry.match.prefix)??]
${line} match call-policy [ list-${entry.match.prefix} ]
    [/#if]
${line} action policy-result ${(entry.action == "deny")?then("reject", "accept")}
    [#if (entry.set.locpref)??]
${line} action bgp local-preference set ${entry.set.locpref}
    [/#if]
    [#if (entry.set.med)??]
${line} action bgp med operation set
${line} action bgp med value ${entry.set.med}
    [/#if]
  [/#list]
[/#list]
[#-- Routes of one prefix are one route with a group of next hops. --]
[#list routing.static![] as route]
  [#assign nexthop = route.nexthop]
  [#assign instance = srl_instance(route.vrf!"")]
  [#list ["ipv4", "ipv6"]?filter(f -> route[f]??) as family]
    [#assign group = "static-" + route[family]?replace("/", "-")]
${instance} static-routes route ${route[family]} next-hop-group ${group}
    [#if route.floating!false]
${instance} static-routes route ${route[family]} preference 250
    [/#if]
    [#if nexthop.discard!false]
${instance} next-hop-groups group ${group} blackhole generate-icmp false
    [#else]
      [#assign hop = instance + " next-hop-groups group " + group + " nexthop " + (nexthop.idx!0)]
      [#if nexthop[family]??]
        [#assign local = nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
${hop} ip-address ${address(nexthop[family])}[#if local]%${srl_port({"ifname": nexthop.intf})}[/#if]
      [#else]
        [#assign local = true]
        [#assign port = srl_port({"ifname": nexthop.intf})]
${hop} interface-ref interface ${port?keep_before_last(".")}
${hop} interface-ref subinterface ${port?keep_after_last(".")}
      [/#if]
      [#if local]
${hop} resolve false
      [/#if]
    [/#if]
  [/#list]
[/#list]
