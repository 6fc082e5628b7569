[#include "common.ftl"]
[#-- Routes go from VRF to VRF, and to other routers, by their targets. Routes that BGP of the VRF would announce
     are exported; with no BGP all are, for other VRFs of this router only. --]
[#list node.vrfs!{} as name, vrf]
policy-options {
  [#list ((vrf.import![]) + (vrf.export![])) as target]
    community target-${target?replace(":", "-")?replace(".", "-")} members target:${target};
  [/#list]
    policy-statement ${name}-import {
  [#list vrf.import![] as target]
        term from-${target?index} {
            from community target-${target?replace(":", "-")?replace(".", "-")};
            then accept;
        }
  [/#list]
        then reject;
    }
    policy-statement ${name}-export {
        then {
  [#list vrf.export![] as target]
            community add target-${target?replace(":", "-")?replace(".", "-")};
  [/#list]
            accept;
        }
    }
}
routing-instances {
    ${name} {
        instance-type vrf;
  [#list (node.interfaces![])?filter(i -> (i.vrf!"") == name) as i]
        interface ${i.ifname};
  [/#list]
        route-distinguisher ${vrf.rd};
        vrf-import ${name}-import;
        vrf-export [#if vrf.bgp??][ ${name}-bgp-routes ${name}-export ][#else]${name}-export[/#if];
        vrf-table-label;
        routing-options {
            auto-export;
        }
    }
}
[/#list]
