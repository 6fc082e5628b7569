[#include "common.ftl"]
[#-- A shared address belongs to the address of its network. --]
[#assign ports = (node.interfaces![])?filter(i -> (i.gateway.protocol)??)]
[#macro vrrp i family]
  [#local vrrp = i.gateway.vrrp]
  [#local v6 = family == "ipv6"]
                    ${v6?string("vrrp-inet6-group", "vrrp-group")} ${vrrp.group} {
                        ${v6?string("virtual-inet6-address", "virtual-address")} ${address(i.gateway[family])};
  [#if v6]
                        virtual-link-local-address ${vrrp.lla};
  [/#if]
                        priority ${vrrp.priority!100};
                        ${(vrrp.preempt!true)?string("preempt", "no-preempt")};
                        accept-data;
                    }
[/#macro]
[#macro anycast i family]
  [#if i.type == "svi"]
                    virtual-gateway-address ${address(i.gateway[family])};
  [/#if]
[/#macro]
[#macro group i family]
            family ${(family == "ipv6")?string("inet6", "inet")} {
                address ${i[family]} {
  [#if i.gateway.protocol == "vrrp"]
[@vrrp i family/]
  [#elseif i.gateway.protocol == "anycast"]
[@anycast i family/]
  [/#if]
                }
  [#-- Outside of bridges Junos has no virtual gateway: the shared address is one more of the interface. --]
  [#if i.gateway.protocol == "anycast" && i.type != "svi"]
                address ${i.gateway[family]};
  [/#if]
            }
[/#macro]
[#if ports?has_content]
interfaces {
  [#list ports as i]
    ${port(i)} {
        unit ${unit(i)} {
    [#list ["ipv4", "ipv6"]?filter(f -> is_address(i[f]!) && is_address(i.gateway[f]!)) as family]
      [#if i.gateway.protocol == "anycast" && i.type == "svi"]
            virtual-gateway-${(family == "ipv6")?string("v6", "v4")}-mac ${mac(i.gateway.anycast.mac)};
      [/#if]
[@group i family/]
    [/#list]
        }
    }
  [/#list]
}
  [#if ports?filter(i -> i.gateway.protocol == "vrrp" && is_address((i.gateway.ipv6)!))?has_content]
protocols {
    vrrp {
        version-3;
    }
    router-advertisement {
    [#list ports?filter(i -> i.gateway.protocol == "vrrp" && is_address((i.gateway.ipv6)!)) as i]
        interface ${i.ifname} {
            virtual-router-only;
        }
    [/#list]
    }
}
  [/#if]
[/#if]
