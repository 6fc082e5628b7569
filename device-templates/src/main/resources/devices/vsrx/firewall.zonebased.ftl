[#-- Zones and what goes between them. Interfaces without a zone are dead in flow mode: they are in one of their own. --]
[#assign zones = {}]
[#list (node.interfaces![])?filter(i -> i.type != "loopback") as i]
  [#assign zone = (i.firewall.zone)!"unzoned"]
  [#assign zones += {zone: (zones[zone]![]) + [i.ifname]}]
[/#list]
security {
    zones {
[#list zones as name, ports]
        security-zone ${name} {
            host-inbound-traffic {
                system-services {
                    all;
                }
                protocols {
                    all;
                }
            }
            interfaces {
  [#list ports as port]
                ${port};
  [/#list]
            }
        }
[/#list]
    }
    policies {
[#list (node.firewall.zonebased.default_rules)![] as rule]
        from-zone ${rule.from_zone} to-zone ${rule.to_zone} {
            policy default-rule {
                match {
                    source-address any;
                    destination-address any;
                    application any;
                }
                then {
                    ${(rule.action == "permit")?string("permit", (rule.action == "reject")?string("reject", "deny"))};
                }
            }
        }
[/#list]
        default-policy {
            deny-all;
        }
    }
}
