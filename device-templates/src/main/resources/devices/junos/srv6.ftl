[#include "common.ftl"]
[#-- Micro segments: the locator of 48 bits is a block of 32 and the router's 16 (RFC 9800). --]
routing-options {
    source-packet-routing {
        srv6 {
            block netlab ${node.srv6._usid_block};
            locator netlab {
                ${node.srv6.locator};
                micro-sid {
                    block-name netlab;
                }
            }
        }
    }
}
[#if (node.srv6.igp![])?seq_contains("isis")]
protocols {
    isis {
        source-packet-routing {
            srv6 {
                locator netlab {
                    micro-node-sid;
                }
            }
        }
    }
}
[/#if]
[#macro services families]
    protocols {
        bgp {
            source-packet-routing {
                srv6 {
                    locator netlab {
  [#if families?size == 2]
                        micro-dt46-sid;
  [#else]
                        micro-dt${families[0]?remove_beginning("ipv")}-sid;
  [/#if]
                    }
                }
            }
        }
    }
[/#macro]
[#if node.srv6.bgp??]
  [@services ["ipv4", "ipv6"]?filter(f -> node.srv6.bgp[f]??)/]
[/#if]
[#if node.srv6.vpn??]
  [#list node.vrfs!{} as name, vrf]
    [#assign families = ["ipv4", "ipv6"]?filter(f -> (vrf.af[f]!false) && ((node.srv6.vpn[f])!false)?is_sequence)]
    [#if vrf.bgp?? && families?has_content]
[@instance name][@services families/][/@instance]
    [/#if]
  [/#list]
[/#if]
