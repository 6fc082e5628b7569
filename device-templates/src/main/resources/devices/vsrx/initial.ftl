[#include "../junos/initial.ftl"]
[#-- A vSRX is a router, packet by packet, unless the lab gives it zones: then it keeps flows. --]
[#if !(node.config![])?seq_contains("firewall.zonebased")]
security {
    forwarding-options {
        family {
            inet6 {
                mode packet-based;
            }
            mpls {
                mode packet-based;
            }
            iso {
                mode packet-based;
            }
        }
    }
}
[/#if]
