[#include "../junos/common.ftl"]
[#-- With EVPN, VLANs and their VNIs are in the instances of evpn.ftl; without, copies go to a list of VTEPs. --]
[#if (node.vxlan.flooding!"static") == "static"]
switch-options {
    vtep-source-interface ${node.vxlan.vtep_interface};
[#if node.vxlan.vtep_list?has_content]
    remote-vtep-list [ ${node.vxlan.vtep_list?join(" ")} ];
[/#if]
}
bridge-domains {
  [#list (node.vxlan.vlans![])?filter(v -> (node.vlans[v].vni)??) as name]
    ${name} {
        vxlan {
            vni ${node.vlans[name].vni?c};
            ingress-node-replication;
        }
    }
  [/#list]
}
[/#if]
