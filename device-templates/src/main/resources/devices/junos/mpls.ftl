[#include "common.ftl"]
[#-- Routes of VPNs are families of the sessions in bgp.ftl. --]
[#assign ldp = node.ldp!false]
[#if ldp?is_hash]
  [#assign ports = (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash && !((i.ldp.passive)!false))]
[@family "mpls" ports/]
protocols {
    mpls {
  [#list ports as i]
        interface ${i.ifname};
  [/#list]
    }
    ldp {
        transport-address router-id;
  [#if ldp.explicit_null!false]
        explicit-null;
  [/#if]
  [#list ports as i]
        interface ${i.ifname};
  [/#list]
  [#if node.loopback??]
        interface ${node.loopback.ifname};
  [/#if]
    }
}
[@router_id ldp.router_id/]
  [#if ldp.igp_sync!false]
protocols {
    [#list processes("ospf")?filter(p -> p.vrf == "" && (p.of.af.ipv4!false)) as p]
    ospf {
      [#list p.interfaces?filter(i -> ports?map(x -> x.ifname)?seq_contains(i.ifname)) as i]
        area ${i.ospf.area} {
            interface ${i.ifname} {
                ldp-synchronization;
            }
        }
      [/#list]
    }
    [/#list]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
    isis {
      [#list p.interfaces?filter(i -> ports?map(x -> x.ifname)?seq_contains(i.ifname)) as i]
        interface ${i.ifname} {
            ldp-synchronization;
        }
      [/#list]
    }
    [/#list]
}
  [/#if]
[/#if]
[#-- Labels of VPNs need MPLS on links even where LDP is another's affair; IPv6 routes of VPNs go through IPv4 paths. --]
[#if ((node.mpls.vpn.ipv6)!false)?is_sequence]
protocols {
    mpls {
        ipv6-tunneling;
    }
}
[/#if]
