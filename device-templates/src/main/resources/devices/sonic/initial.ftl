[#-- Ports and addresses are SONiC's, whose commands are run one by one; FRR gets the rest. --]
[#macro addresses i]
  [#list [i.ipv4!, i.ipv6!]?filter(a -> is_address(a)) as a]
config interface ip add ${i.ifname} ${a}
  [/#list]
  [#if (i.ipv6!)?is_boolean && i.ipv6 && i.type != "loopback"]
config interface ipv6 enable use-link-local-only ${i.ifname}
  [/#if]
[/#macro]
[#macro loopback i]
config loopback add ${i.ifname}
[@addresses i/]
[/#macro]
[#macro port i]
  [#-- A port of SONiC takes 9100 bytes by itself. --]
config interface mtu ${i.ifname} ${(i.mtu!1500)?c}
[@addresses i/]
config interface ${(i.shutdown!false)?string("shutdown", "startup")} ${i.ifname}
[/#macro]
[#if node.loopback??]
  [@loopback node.loopback/]
[/#if]
[#list node.interfaces![] as i]
  [#if i.type == "loopback"]
    [@loopback i/]
  [#elseif !(i.virtual_interface!false)]
    [@port i/]
  [/#if]
[/#list]
