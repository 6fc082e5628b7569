[#-- Route distinguisher and targets of a network instance. There is a command for one target; several are
     policies, of which one accepts the routes with any of them and the other adds them all. --]
[#include "names.ftl"]
[#macro srl_targets instance name vpn]
  [#local at = instance + " protocols bgp-vpn bgp-instance 1"]
  [#if vpn.rd??]
${at} route-distinguisher rd ${vpn.rd}
  [/#if]
  [#list {"import": vpn.import![], "export": vpn.export![]} as way, targets]
    [#if targets?size == 1]
${at} route-target ${way}-rt target:${targets[0]}
    [#elseif targets?size > 1]
      [#local policy = "vpn-" + way + "-" + name]
set / routing-policy extended-community-set ${policy} member [ ${targets?map(t -> "target:" + t)?join(" ")} ]
      [#if way == "import"]
set / routing-policy policy ${policy} default-action policy-result reject
set / routing-policy policy ${policy} statement targets match bgp extended-community extended-community-set ${policy}
set / routing-policy policy ${policy} statement targets match bgp extended-community match-set-options any
set / routing-policy policy ${policy} statement targets action policy-result accept
      [#else]
set / routing-policy policy ${policy} default-action policy-result accept
set / routing-policy policy ${policy} default-action bgp extended-community operation add
set / routing-policy policy ${policy} default-action bgp extended-community referenced-sets [ ${policy} ]
      [/#if]
${at} ${way}-policy [ ${policy} ]
    [/#if]
  [/#list]
[/#macro]
