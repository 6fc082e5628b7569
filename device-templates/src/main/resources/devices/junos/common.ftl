[#-- What templates of Junos share. Every template writes hierarchies of its own; Junos merges those of one name. --]
[#function quoted text][#return '"' + one_line(text)?replace('\\', '\\\\')?replace('"', '\\"') + '"'][/#function]
[#-- Statements of a routing instance, or of the router where the name is empty. --]
[#macro instance name]
  [#if name == ""]
[#nested]
  [#else]
routing-instances {
    ${name} {
[#nested]
    }
}
  [/#if]
[/#macro]
[#-- The processes of an IGP: that of the router, and one for each VRF that runs it. --]
[#function processes module]
  [#local all = []]
  [#if (node[module]!false)?is_hash]
    [#local ports = ([node.loopback!{}] + (node.interfaces![]))?filter(i -> (i[module]!false)?is_hash && !i.vrf??)]
    [#local all += [{"vrf": "", "of": node[module], "interfaces": ports}]]
  [/#if]
  [#list node.vrfs!{} as name, vrf]
    [#if (vrf[module]!false)?is_hash]
      [#local ports = (vrf[module].interfaces![])?filter(i -> (i[module]!false)?is_hash)]
      [#local all += [{"vrf": name, "of": vrf[module], "interfaces": ports}]]
    [/#if]
  [/#list]
  [#return all]
[/#function]
[#function has i family]
  [#local value = i[family]!false]
  [#return !value?is_boolean || value]
[/#function]
[#-- What Junos calls a source of routes. --]
[#function sources name family="ipv4"]
  [#if name == "ospf"][#return (family == "ipv6")?string("ospf3", (family == "any")?string("[ ospf ospf3 ]", "ospf"))][/#if]
  [#return {"connected": "direct", "ripv2": "rip"}[name]!name]
[/#function]
[#-- Routes that an IGP or BGP takes from others: one term for each source. --]
[#macro import_terms import family then]
  [#list import as from, how]
        term import-${from} {
            from {
                protocol ${sources(from, family)};
    [#if family != "any"]
                family ${(family == "ipv6")?string("inet6", "inet")};
    [/#if]
    [#if how?is_hash && how.policy??]
                policy ${how.policy};
    [/#if]
            }
            then ${then};
        }
  [/#list]
[/#macro]
[#-- Timers of BFD: those of the node, and those of the interface over them. --]
[#macro bfd_timers i]
  [#local settings = (node.bfd!{}) + ((i.bfd!false)?is_hash?then(i.bfd, {}))]
  bfd-liveness-detection {
  [#-- Junos has one of all, where a session has no other. --]
      minimum-receive-interval ${settings.min_rx!300};
      transmit-interval {
          minimum-interval ${settings.min_tx!300};
      }
      multiplier ${settings.multiplier!3};
  }
[/#macro]
[#-- The unit of an interface; on cRPD interfaces of Linux have unit 0. --]
[#function port i][#return i.junos_interface!(i.ifname?keep_before("."))][/#function]
[#function unit i][#return i.junos_unit!((i.ifname?contains("."))?then(i.ifname?keep_after("."), "0"))][/#function]
[#-- Families of units that protocols need besides addresses. --]
[#macro family name ports]
  [#if ports?has_content]
interfaces {
    [#list ports as i]
    ${port(i)} {
        unit ${unit(i)} {
            family ${name};
        }
    }
    [/#list]
}
  [/#if]
[/#macro]
[#-- One router id is for all protocols of a routing instance; that of BGP where there is BGP. --]
[#macro router_id id vrf=""]
  [#if !((vrf == "")?then(((node.module![])?seq_contains("bgp")), (node.vrfs[vrf].bgp.router_id)??))]
    routing-options {
        router-id ${id};
    }
  [/#if]
[/#macro]
