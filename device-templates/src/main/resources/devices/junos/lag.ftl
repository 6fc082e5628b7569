[#include "common.ftl"]
[#assign bundles = (node.interfaces![])?filter(i -> i.type == "lag")]
[#if bundles?has_content]
chassis {
    aggregated-devices {
        ethernet {
            device-count ${bundles?map(i -> i.lag.ifindex)?max + 1};
        }
    }
}
interfaces {
  [#list bundles as i]
    ${port(i)} {
        aggregated-ether-options {
    [#if ((i.lag.lacp)!"fast") != "off"]
            lacp {
                ${(i.lag.lacp_mode)!"active"};
                periodic ${(i.lag.lacp)!"fast"};
            }
    [#else]
            minimum-links 1;
    [/#if]
        }
    }
  [/#list]
  [#list (node.interfaces![])?filter(i -> (i.lag._parentindex)??) as i]
    [#list bundles?filter(b -> b.lag.ifindex == i.lag._parentindex) as b]
    ${port(i)} {
        ${(i.ifname?starts_with("et-"))?string("ether-options", "gigether-options")} {
            802.3ad ${port(b)};
        }
    }
    [/#list]
  [/#list]
}
[/#if]
