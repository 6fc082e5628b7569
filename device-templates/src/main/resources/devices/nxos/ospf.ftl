[#-- OSPFv2 has one process with a section for each VRF; OSPFv3 in VRFs is beyond the facts. --]
[#assign process = (node.ospf.process)!1]
[#function carries i family]
  [#local has = i[family]!false]
  [#return (i.ospf!false)?is_hash && (!has?is_boolean || has)]
[/#function]
[#macro settings ospf indent]
  [#if ospf.router_id??]
${indent}router-id ${ospf.router_id}
  [/#if]
${indent}log-adjacency-changes
  [#if ospf.reference_bandwidth??]
${indent}auto-cost reference-bandwidth ${ospf.reference_bandwidth?c} Mbps
  [/#if]
[/#macro]
[#macro interface i v6]
  [#local o = i.ospf]
  [#local command = v6?string("ospfv3", "ip ospf")]
interface ${i.ifname}
  [#if o.network_type?? && i.type != "loopback"]
    [#if !["point-to-point", "broadcast"]?seq_contains(o.network_type)]
      [#stop "NX-OS has OSPF networks of types broadcast and point-to-point only, and " + i.ifname + " is " + o.network_type]
    [/#if]
  ${command} network ${o.network_type}
  [/#if]
  [#if o.cost??]
  ${command} cost ${o.cost?c}
  [/#if]
  [#if (o.timers.hello)??]
  ${command} hello-interval ${o.timers.hello?c}
  [/#if]
  [#if (o.timers.dead)??]
  ${command} dead-interval ${o.timers.dead?c}
  [/#if]
  [#if o.priority??]
  ${command} priority ${o.priority?c}
  [/#if]
  [#if o.password?? && !v6]
  ip ospf authentication
  ip ospf authentication-key 0 ${one_line(o.password)}
  [/#if]
  [#if (o.passive!false) && i.type != "loopback"]
  ${command} passive-interface
  [/#if]
  [#if o.bfd?? && (o.bfd?is_boolean?then(o.bfd, (o.bfd[v6?string("ipv6", "ipv4")])!false))]
  ${command} bfd
  [/#if]
  ${v6?string("ipv6 router ospfv3", "ip router ospf")} ${process} area ${o.area}
[/#macro]
[#assign global = [node.loopback!{}] + (node.interfaces![])]
[#assign instances = (node.vrfs!{})?keys?filter(v -> (node.vrfs[v].ospf.af.ipv4)!false)]
[#assign here = (node.ospf.af.ipv4)!false]
[#if here || instances?has_content]
router ospf ${process}
  [#if here]
[@settings node.ospf "  "/]
  [/#if]
  [#list instances as name]
  vrf ${name}
[@settings node.vrfs[name].ospf "    "/]
  [/#list]
  [#if here]
    [#list global?filter(i -> carries(i, "ipv4")) as i]
[@interface i false/]
    [/#list]
  [/#if]
  [#list instances as name]
    [#list (node.vrfs[name].ospf.interfaces![])?filter(i -> carries(i, "ipv4")) as i]
[@interface i false/]
    [/#list]
  [/#list]
[/#if]
[#if (node.ospf.af.ipv6)!false]
router ospfv3 ${process}
[@settings {"router_id": node.ospf.router_id} "  "/]
  address-family ipv6 unicast
  [#list global?filter(i -> carries(i, "ipv6")) as i]
[@interface i true/]
  [/#list]
[/#if]
