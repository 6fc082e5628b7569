[#-- Families of labelled routes and of VPNs are those of the sessions in bgp.ftl. --]
[#include "common.ftl"]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
  [#assign ports = (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !((i.ldp.passive)!false))]
mpls ldp
 router-id ${ldp.router_id}
  [#if ldp.explicit_null!false]
 address-family ipv4
  label
   local
    advertise
     explicit-null
    exit
   exit
  exit
 exit
  [/#if]
  [#list ports as i]
 interface ${i.ifname}
 exit
  [/#list]
exit
  [#if ldp.igp_sync!false]
    [#list processes("ospf")?filter(p -> p.vrf == "" && ((p.of.af.ipv4)!false)) as p]
router ospf ${p.id}
 mpls ldp sync
exit
    [/#list]
    [#list processes("isis")?filter(p -> p.vrf == "" && ((p.of.af.ipv4)!false)) as p]
router isis ${p.of.instance!"netlab"}
      [#list p.interfaces?filter(i -> ports?map(x -> x.ifname)?seq_contains(i.ifname)) as i]
 interface ${i.ifname}
  address-family ipv4 unicast
   mpls ldp sync
  exit
 exit
      [/#list]
exit
    [/#list]
  [/#if]
[/#if]
