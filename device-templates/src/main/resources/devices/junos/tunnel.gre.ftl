[#include "common.ftl"]
[#assign tunnels = (node.interfaces![])?filter(i -> ((i.tunnel.mode)!"") == "gre")]
[#if tunnels?has_content]
[#-- Tunnels need a part of the forwarding hardware, named in the interface: gr-FPC/PIC/PORT. --]
chassis {
    fpc 0 {
        pic 0 {
            tunnel-services {
                bandwidth 1g;
            }
        }
    }
}
interfaces {
  [#list tunnels as i]
    [#assign family = (i.tunnel.af)!"ipv4"]
    ${port(i)} {
        unit ${unit(i)} {
            tunnel {
                source ${i.tunnel._source[family]};
                destination ${i.tunnel._destination[family]};
    [#if (i.tunnel.vrf)??]
                routing-instance {
                    destination ${i.tunnel.vrf};
                }
    [/#if]
            }
        }
    }
  [/#list]
}
[/#if]
