[#include "names.ftl"]
[#macro interface i area at family]
  [#local ospf = i.ospf]
  [#local line = at + " area " + area + " interface " + srl_port(i, family)]
${line} admin-state enable
  [#if i.type == "loopback"]
${line} passive true
  [#else]
    [#if ospf.network_type??]
${line} interface-type ${ospf.network_type}
    [/#if]
    [#if ospf.passive!false]
${line} passive true
    [/#if]
    [#if ospf.bfd!false]
${line} failure-detection enable-bfd true
    [/#if]
  [/#if]
  [#if ospf.cost??]
${line} metric ${ospf.cost}
  [/#if]
[/#macro]
[#macro area a at family]
  [#local line = at + " area " + a.area]
  [#if a.kind != "regular"]
${line} ${a.kind} summaries ${(a.inter_area!true)?c}
    [#if a.kind == "stub" && (a.default.cost)??]
${line} stub default-metric ${a.default.cost}
    [/#if]
    [#if a.kind == "nssa" && a.default??]
${line} nssa originate-default-route adjacency-check false
    [/#if]
  [/#if]
  [#list {"": [a.range![], a.filter![]], "nssa ": [a.external_range![], a.external_filter![]]} as word, both]
    [#list both[0]?filter(r -> r[family]??) as range]
${line} ${word}area-range ${range[family]} advertise true
    [/#list]
    [#list both[1]?filter(r -> r[family]??) as range]
${line} ${word}area-range ${range[family]} advertise false
    [/#list]
  [/#list]
[/#macro]
[#-- Routes of other protocols come by one policy. A default route has no command of its own: it is a route
     of the table that the policy accepts, and one to nowhere when it has to be there always. --]
[#macro exports name p at family default]
  [#local ospf = p.of]
  [#local wanted = default?is_hash?then(default.enabled!true, default)]
  [#local how = default?is_hash?then(default, {})]
  [#if wanted || (ospf.import!{})?has_content]
    [#local zero = (family == "ipv6")?then("::/0", "0.0.0.0/0")]
    [#local policy = "set / routing-policy policy " + name]
${policy} default-action policy-result reject
    [#if wanted]
set / routing-policy prefix-set ${name}-default prefix ${zero} mask-length-range exact
${policy} statement default match prefix prefix-set ${name}-default
${policy} statement default action policy-result accept
      [#if how.cost??]
${policy} statement default action ospf metric set-value ${how.cost}
      [/#if]
      [#if how.type??]
${policy} statement default action ospf metric set-external-type type-${how.type?remove_beginning("e")}
      [/#if]
      [#if how.always!false]
        [#local instance = srl_instance(p.vrf)]
${instance} next-hop-groups group default-nowhere blackhole generate-icmp false
${instance} static-routes route ${zero} next-hop-group default-nowhere
${instance} static-routes route ${zero} preference 254
      [/#if]
    [/#if]
[@srl_accept_protocols policy=name sources=(ospf.import!{})?keys]accept[/@]
${at} export-policy ${name}
${at} asbr trace-path none
  [/#if]
[/#macro]
[#macro instance p family]
  [#local ospf = p.of]
  [#local kind = (family == "ipv6")?then("ospf-v3", "ospf-v2")]
  [#local at = srl_instance(p.vrf) + " protocols ospf instance " + kind]
${at} version ${kind}
  [#if family == "ipv6"]
${at} address-family ipv6-unicast
  [/#if]
${at} admin-state enable
${at} router-id ${ospf.router_id}
  [#if ospf.reference_bandwidth??]
    [#-- Mbps in the lab, kbps here --]
${at} reference-bandwidth ${(ospf.reference_bandwidth * 1000)?c}
  [/#if]
  [@exports name="to-" + kind + (p.vrf == "")?then("", "-" + p.vrf) p=p at=at family=family default=ospf.default!false/]
  [#list ospf.areas![] as a]
    [@area a at family/]
  [/#list]
  [#list p.interfaces?filter(i -> srl_has(i, family)) as i]
    [@interface i=i area=i.ospf.area at=at family=family/]
  [/#list]
[/#macro]
[#list ["ipv4", "ipv6"] as family]
  [#list srl_processes("ospf")?filter(p -> (p.of.af[family])!false) as p]
    [@instance p family/]
  [/#list]
[/#list]
