[#-- BGP in VRFs, and routes that go from VRF to VRF within the router. Those to other routers are the affair
     of MPLS and EVPN. --]
[#include "bgp-speaker.ftl"]
[#if (node.bgp.as)??]
  [#list node.vrfs!{} as name, vrf]
    [#if vrf.bgp?? && (vrf.bgp.neighbors![])?has_content]
      [@srl_bgp vrf=name bgp=vrf.bgp families={"ipv4": vrf.af.ipv4!false, "ipv6": vrf.af.ipv6!false}/]
    [/#if]
  [/#list]
[/#if]
[#-- A VRF leaks from the others on this router that export what it imports. --]
[#function sources name vrf]
  [#return (node.vrfs!{})?keys?filter(other -> other != name && (node.vrfs[other].export![])?filter(t -> (vrf.import![])?seq_contains(t))?has_content)]
[/#function]
[#assign leaking = []]
[#list node.vrfs!{} as name, vrf]
  [#assign from = sources(name, vrf)]
  [#if from?has_content]
    [#assign policy = "set / routing-policy policy leak-to-" + name]
${policy} default-action policy-result reject
    [#list from as other]
${policy} statement ${other} match origin-network-instance ${other}
${policy} statement ${other} action policy-result accept
      [#if !leaking?seq_contains(other)][#assign leaking += [other]][/#if]
    [/#list]
set / network-instance ${name} inter-instance-policies apply-policy import-policy leak-to-${name}
  [/#if]
[/#list]
[#if leaking?has_content]
set / routing-policy policy everything default-action policy-result accept
[/#if]
[#list leaking as name]
set / network-instance ${name} inter-instance-policies apply-policy export-policy everything
[/#list]
