[#-- Units with tags, and the ports below them. A unit on a tagged port has a tag; untagged frames get that of the
     native VLAN (native-vlan-id). --]
[#include "common.ftl"]
[#function units_on i]
  [#return (node.interfaces![])?filter(o -> port(o) == port(i) && unit(o) != "0" && o.type == "vlan_member")]
[/#function]
[#-- The number of the VLAN that an interface is in untagged; -1 when there is none. --]
[#function native i]
  [#if (i.vlan.access_id)?? && unit(i) == "0"]
    [#return i.vlan.access_id]
  [/#if]
  [#list (node.vlans!{})?values?filter(v -> i.bridge_group?? && (v.bridge_group!0) == i.bridge_group && i.vlan??) as vlan]
    [#return vlan.id]
  [/#list]
  [#return -1]
[/#function]
[#macro tagging i bridged]
  [#if units_on(i)?has_content]
        flexible-vlan-tagging;
    [#if bridged]
        encapsulation flexible-ethernet-services;
    [/#if]
    [#if native(i) gt 0]
        native-vlan-id ${native(i)};
    [/#if]
  [/#if]
[/#macro]
[#function routed i][#return ((i.vlan.mode)!"") == "route" || has(i, "ipv4") || has(i, "ipv6")][/#function]
[#-- A unit with addresses. --]
[#macro routed_unit i]
  [#if unit(i) != "0"]
        unit ${unit(i)} {
            vlan-id ${(i.vlan.access_id)!unit(i)};
        }
  [#elseif units_on(i)?has_content && native(i) gt 0]
        unit 0 {
            vlan-id ${native(i)};
        }
  [/#if]
[/#macro]
