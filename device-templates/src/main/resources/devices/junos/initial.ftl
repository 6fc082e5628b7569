[#include "common.ftl"]
system {
    host-name ${node.name};
}
[#macro addresses i family]
  [#local inet = (family == "ipv6")?string("inet6", "inet")]
  [#if is_address(i[family]!)]
            family ${inet} {
    [#if i.mtu?? && unit(i) != "0" && port(i) != "lo0"]
                mtu ${i.mtu};
    [/#if]
                address ${i[family]};
            }
  [#elseif (i[family]!)?is_boolean && i[family]]
            family ${inet}[#if family == "ipv4"] {
                [#-- the loopback of the same routing instance; quoted nowhere in Junos --]
                unnumbered-address ${(i._parent_intf)!node.loopback.ifname};
            }[#else];[/#if]
  [/#if]
[/#macro]
[#-- The header of the frame counts, and a tag where there are tagged units (Interfaces Fundamentals, MTU). --]
[#function tagged i]
  [#return (node.interfaces![])?filter(o -> o.junos_interface! == i.junos_interface! && o.junos_unit! != "0" && o.type != "loopback" && o.type != "svi" && o.type != "tunnel")?has_content]
[/#function]
[#macro interface i]
    ${port(i)} {
  [#if !(i.virtual_interface!false) || i.type == "lag"]
    [#if i.name??]
        description ${quoted(i.name)};
    [/#if]
    [#if i.shutdown!false]
        disable;
    [/#if]
    [#if i._junos_mtu_with_headers?? && !(i.lag._parentindex)??]
        mtu ${i._junos_mtu_with_headers + ((tagged(i) || i.vlan??)?then(8, 0))};
    [/#if]
  [/#if]
  [#local used = has(i, "ipv4") || has(i, "ipv6") || (i.virtual_interface!false)]
  [#if used && i.type != "svi" || (i.type == "svi" && used)]
        unit ${unit(i)} {
    [#if i.name?? && (i.virtual_interface!false) && i.type != "lag"]
            description ${quoted(i.name)};
    [/#if]
    [#if i.bandwidth??]
            bandwidth ${i.bandwidth?c}k;
    [/#if]
    [#if i.shutdown!false && (i.virtual_interface!false)]
            disable;
    [/#if]
    [@addresses i "ipv4"/]
    [@addresses i "ipv6"/]
        }
  [/#if]
    }
[/#macro]
interfaces {
[#if node.loopback??]
[@interface node.loopback/]
[/#if]
[#list node.interfaces![] as i]
[@interface i/]
[/#list]
}
