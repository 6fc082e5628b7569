[#assign bgp = node.bgp]
[#function text value]
  [#return "\"" + one_line(value?string)?replace("\"", "'") + "\""]
[/#function]
[#function own n family]
  [#if (n._source_intf[family])??]
    [#return address(n._source_intf[family])]
  [/#if]
  [#list (node.interfaces![])?filter(i -> i.ifindex == (n.ifindex!-1) && is_address(i[family]!)) as i]
    [#return address(i[family])]
  [/#list]
  [#return "auto"]
[/#function]
[#list bgp.neighbors![] as n]
  [#list ["ipv4", "ipv6"]?filter(f -> is_address(n[f]!)) as version]
neighbor ${n[version]} {
  description ${text(n.description!n.name!n[version])};
  router-id ${bgp.router_id};
  local-address ${own(n, version)};
  local-as ${n.local_as!bgp.as};
  peer-as ${n.as};
    [#if (n.timers.hold)??]
  hold-time ${n.timers.hold};
    [/#if]
    [#if n.password??]
  md5-password ${text(n.password)};
  md5-base64 false;
    [/#if]
    [#if n.multihop??]
  outgoing-ttl ${n.multihop};
    [/#if]
    [#if (n.activate[version])!false]
  family {
    ${version} unicast;
  }
  announce {
    ${version} {
      [#list (bgp.advertise![])?filter(p -> p[version]??) as p]
      unicast ${p[version]} next-hop self;
      [/#list]
    }
  }
    [/#if]
}
  [/#list]
[/#list]
