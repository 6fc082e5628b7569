[#-- One session for each transport, as in the lab's model. A session over an interface needs a peer
     group of its own, for only there EOS takes a description or a next hop. --]
[#assign bgp = node.bgp]
[#assign sessions = []]
[#list bgp.neighbors![] as n]
  [#assign active = n.activate!{}]
  [#assign borrowed = (n.ipv4_rfc8950!false) && (active.ipv4!false)]
  [#if is_address(n.ipv4!)]
    [#assign sessions += [{"peer": n.ipv4, "n": n, "ipv4": active.ipv4!false, "ipv6": false}]]
  [/#if]
  [#if is_address(n.ipv6!)]
    [#assign extended = borrowed && !n.local_if??]
    [#assign sessions += [{"peer": n.ipv6, "n": n, "extended": extended, "ipv4": extended, "ipv6": active.ipv6!false}]]
  [/#if]
  [#if n.local_if??]
    [#assign lla = !is_address(n.ipv6!) && (active.ipv6!false)]
    [#assign sessions += [{"peer": "on-" + n.local_if, "interface": n.local_if, "n": n, "extended": borrowed, "ipv4": borrowed, "ipv6": lla}]]
  [/#if]
[/#list]
router bgp ${bgp.as}
   router-id ${bgp.router_id}
   no bgp default ipv4-unicast
[#if (bgp.rr!false) && bgp.rr_cluster_id??]
   bgp cluster-id ${bgp.rr_cluster_id}
[/#if]
[#if bgp.rr!false]
   [#-- next-hop-self of EOS would also change reflected routes --]
   bgp route-reflector preserve-attributes
[/#if]
[#if bgp.confederation??]
   bgp confederation identifier ${bgp.confederation.as}
  [#if bgp.confederation.peers?has_content]
   bgp confederation peers ${bgp.confederation.peers?join(" ")}
  [/#if]
[/#if]
[#list sessions as s]
  [#assign n = s.n]
  [#if s.interface??]
   neighbor ${s.peer} peer group
  [/#if]
   neighbor ${s.peer} remote-as ${n.as}
  [#if n.name??]
   neighbor ${s.peer} description ${one_line(n.name)}
  [/#if]
  [#if n.local_as??]
   neighbor ${s.peer} local-as ${n.local_as} no-prepend[#if n.replace_global_as!true] replace-as[/#if]
  [/#if]
  [#if n.type == "ibgp" && node.loopback?? && (node.role!"router") != "host"]
   neighbor ${s.peer} update-source ${node.loopback.ifname}
  [/#if]
  [#if n.next_hop_self??]
   neighbor ${s.peer} next-hop-self
  [/#if]
  [#if n.rr_client!false]
   neighbor ${s.peer} route-reflector-client
  [/#if]
  [#assign kinds = (bgp.community[n.type])!(bgp.community[(n.type == "ebgp")?string("ebgp", "ibgp")])![]]
  [#if kinds?has_content]
   neighbor ${s.peer} send-community ${kinds?join(" ")}
  [/#if]
  [#if s.interface??]
   neighbor interface ${s.interface} peer-group ${s.peer}
  [/#if]
[/#list]
[#macro family name redistribution]
   !
   address-family ${name}
  [#list sessions as s]
    [#if s[name]]
      neighbor ${s.peer} activate
      [#if name == "ipv4" && (s.extended!false)]
      neighbor ${s.peer} next-hop address-family ipv6 originate
      [/#if]
    [/#if]
  [/#list]
  [#list bgp.advertise![] as p]
    [#if p[name]??]
      network ${p[name]}
    [/#if]
  [/#list]
  [#list bgp.import!{} as source, how]
      redistribute ${redistribution[source]!source}[#if (how!0)?is_hash && how.policy??] route-map ${how.policy}[/#if]
  [/#list]
[/#macro]
[#if bgp.ipv4!false]
  [@family "ipv4" {}/]
[/#if]
[#if bgp.ipv6!false]
  [@family "ipv6" {"ospf": "ospfv3"}/]
[/#if]
!
