[#-- What nothing permits is dropped between zones, and accepted within one; answers come back in any case. --]
[#include "paths.ftl"]
[#assign rules = (node.firewall.zonebased.default_rules)![]]
set firewall global-options state-policy established action 'accept'
set firewall global-options state-policy related action 'accept'
[#list (node.firewall.zonebased._zones)!{} as zone, nothing]
set firewall zone ${zone} default-action 'drop'
  [#list (node.interfaces![])?filter(i -> ((i.firewall.zone)!"") == zone) as i]
set firewall zone ${zone} interface '${i.ifname}'
  [/#list]
[/#list]
[#list rules as rule]
  [#assign action = (rule.action == "permit")?then("accept", "drop")]
  [#if rule.from_zone == rule.to_zone]
set firewall zone ${rule.to_zone} intra-zone-filtering action '${action}'
  [#else]
    [#assign name = rule.from_zone + "-to-" + rule.to_zone]
    [#list {"ipv4": "name", "ipv6": "ipv6-name"} as family, word]
set firewall ${family} name ${name} default-action '${action}'
set firewall zone ${rule.to_zone} from ${rule.from_zone} firewall ${word} '${name}'
    [/#list]
  [/#if]
[/#list]
