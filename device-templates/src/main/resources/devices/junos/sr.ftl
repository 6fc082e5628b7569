[#include "common.ftl"]
[#-- Segment routing over MPLS: each router has a label in the block of all, at its index. --]
[#list processes("isis")?filter(p -> p.vrf == "") as p]
  [#assign ports = p.interfaces?filter(i -> i.type != "loopback")]
[@family "mpls" ports/]
protocols {
    mpls {
  [#list ports as i]
        interface ${i.ifname};
  [/#list]
    }
    isis {
        source-packet-routing {
  [#if node.sr.srgb??]
            srgb start-label ${node.sr.srgb.start?c} index-range ${(node.sr.srgb._end - node.sr.srgb.start + 1)?c};
  [/#if]
            node-segment {
  [#if (node.sr.node_sid.ipv4)??]
                ipv4-index ${node.sr.node_sid.ipv4};
  [/#if]
  [#if (node.sr.node_sid.ipv6)??]
                ipv6-index ${node.sr.node_sid.ipv6};
  [/#if]
            }
        }
    }
}
[/#list]
