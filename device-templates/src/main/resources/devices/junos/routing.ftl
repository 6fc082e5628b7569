[#include "common.ftl"]
[#assign routing = node.routing!{}]
[#-- Prefix lists of Junos know neither lengths nor refusals; policies do, and other policies ask them (`from policy`). --]
[#function range line family]
  [#local length = line[family]?keep_after("/")?number]
  [#local longest = (family == "ipv4")?then(32, 128)]
  [#local min = line.min!length]
  [#local max = line.max!((line.min??)?then(longest, length))]
  [#if min == length && max == length]
    [#return "exact"]
  [#elseif min == length]
    [#return "upto /" + max]
  [/#if]
  [#return "prefix-length-range /" + min + "-/" + max]
[/#function]
[#-- Junos reads AS paths number by number, from end to end (Routing Policy, regular expressions for AS paths). --]
[#function as_path path]
  [#if path == "^$"][#return "()"][/#if]
  [#if path == ".*" || path == "^.*$"][#return ".*"][/#if]
  [#local words = path?remove_beginning("^")?remove_ending("$")?replace("_", " ")?trim]
  [#if !path?starts_with("^")][#local words = ".* " + words][/#if]
  [#if !path?ends_with("$")][#local words = words + " .*"][/#if]
  [#return words]
[/#function]
[#function community_name text][#return "c-" + text?replace("[^0-9A-Za-z]", "-", "r")][/#function]
[#function member type text]
  [#local value = text?replace("^_|_$", "", "r")]
  [#if type == "large"]
    [#local value = value?remove_beginning("large:")]
    [#return "large:" + (value == ".*")?then("*:*:*", value)]
  [#elseif type == "extended"]
    [#return value?contains(":")?then((value?split(":")?size > 2 || value?matches("[a-z].*"))?then(value, "target:" + value), value)]
  [/#if]
  [#return (value == ".*")?then("*:*", value)]
[/#function]
[#-- Lists are asked one after the other: "next policy" is their yes, so that all of them have to say it. --]
[#function answer entry][#return (entry.action == "permit")?string("next policy", "reject")][/#function]
[#assign used = {}]
policy-options {
[#assign prefix_lists = {}]
[#list routing._prefix!{} as family, lists]
  [#list lists as name, lines][#assign prefix_lists += {name: true}][/#list]
[/#list]
[#list prefix_lists?keys as name]
    policy-statement prefix-${name} {
  [#list ["ipv4", "ipv6"] as family]
    [#list (routing._prefix[family][name])![] as line]
        term ${family}-${line.sequence} {
            from {
                family ${(family == "ipv6")?string("inet6", "inet")};
                route-filter ${line[family]} ${range(line, family)};
            }
            then ${answer(line)};
        }
    [/#list]
  [/#list]
        then reject;
    }
[/#list]
[#list routing.aspath!{} as name, entries]
  [#list entries as entry]
    as-path ${name}-${entry.sequence} "${as_path(one_line(entry.path?string))}";
  [/#list]
    policy-statement as-path-${name} {
  [#list entries as entry]
        term ${entry.sequence} {
            from as-path ${name}-${entry.sequence};
            then ${answer(entry)};
        }
  [/#list]
        then reject;
    }
[/#list]
[#list routing.community!{} as name, list]
  [#if list.cl_type??]
    [#list list.value as entry]
    community ${name}-${entry?counter} members "${member(list.type, one_line(entry._value?string))}";
    [/#list]
    policy-statement community-${name} {
    [#list list.value as entry]
        term ${entry?counter} {
            from community ${name}-${entry?counter};
            then ${answer(entry)};
        }
    [/#list]
        then reject;
    }
  [/#if]
[/#list]
[#-- Communities that policies add or take away have names. --]
[#list routing.policy!{} as name, entries]
  [#list entries as entry]
    [#list [(entry.set.community)!{}, (entry.delete.community)!{}] as wish]
      [#list ["standard", "extended", "large"]?filter(t -> wish[t]??) as type]
        [#list wish[type] as value]
          [#assign used += {community_name(type + "-" + value): member(type, value)}]
        [/#list]
        [#if wish?index == 0 && !(wish.append!false)]
          [#assign used += {"all-" + type: {"standard": "*:*", "extended": "target:*:*", "large": "large:*:*:*"}[type]}]
        [/#if]
      [/#list]
    [/#list]
  [/#list]
[/#list]
[#list used as name, value]
    community ${name} members "${value}";
[/#list]
[#macro actions entry]
  [#local set = entry.set!{}]
  [#local delete = (entry.delete.community)!{}]
  [#if set.locpref??]
                local-preference ${set.locpref?c};
  [/#if]
  [#if set.med??]
                metric ${set.med?c};
  [/#if]
  [#if (set.prepend.path)??]
                as-path-prepend "${one_line(set.prepend.path)}";
  [#elseif (set.prepend.count)??]
                as-path-prepend "[#list 1..set.prepend.count as i]${node.bgp.as?c}[#sep] [/#list]";
  [/#if]
  [#list ["standard", "extended", "large"] as type]
    [#list delete[type]![] as value]
                community delete ${community_name(type + "-" + value)};
    [/#list]
    [#if (set.community[type])??]
      [#if !(set.community.append!false)]
      [#-- `community set` of Junos would replace communities of all types --]
                community delete all-${type};
      [/#if]
      [#list set.community[type] as value]
                community add ${community_name(type + "-" + value)};
      [/#list]
    [/#if]
  [/#list]
[/#macro]
[#if routing.policy?has_content]
    policy-statement matched {
        then accept;
    }
[/#if]
[#list routing.policy!{} as name, entries]
    policy-statement ${name} {
  [#list entries as entry]
        term ${entry.sequence} {
    [#if entry.match?has_content]
            from {
      [#assign asked = []]
      [#if (entry.match.prefix)??][#assign asked += ["prefix-" + entry.match.prefix]][/#if]
      [#if (entry.match.aspath)??][#assign asked += ["as-path-" + entry.match.aspath]][/#if]
      [#list (entry.match.community)!{} as type, list][#assign asked += ["community-" + list]][/#list]
                policy [ ${asked?join(" ")} matched ];
            }
    [/#if]
            then {
[@actions entry/]
                ${(entry.action == "permit")?string("accept", "reject")};
            }
        }
  [/#list]
        then reject;
    }
[/#list]
}
[#macro static_route route family]
  [#local nexthop = route.nexthop]
                route ${prefix(route[family])} {
  [#if nexthop.discard!false]
                    discard;
  [#elseif !nexthop[family]??]
                    next-hop ${nexthop.intf};
  [#elseif nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
                    qualified-next-hop ${nexthop[family]} {
                        interface ${nexthop.intf};
                    }
  [#else]
                    next-hop ${nexthop[family]};
  [/#if]
  [#if route.floating!false]
                    preference 250;
  [/#if]
                }
[/#macro]
[#list routing.static![] as route]
  [#list ["ipv4", "ipv6"]?filter(f -> route[f]??) as family]
[@instance route.vrf!""]
    routing-options {
    [#if family == "ipv4"]
            static {
[@static_route route family/]
            }
    [#else]
        rib ${(route.vrf??)?then(route.vrf + ".", "")}inet6.0 {
            static {
[@static_route route family/]
            }
        }
    [/#if]
    }
[/@instance]
  [/#list]
[/#list]
