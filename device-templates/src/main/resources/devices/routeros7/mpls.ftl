[#-- VPN routes are among the families of BGP's connections. --]
[#if node.ldp??]
  [#assign ports = (node.interfaces![])?filter(i -> (i.ldp!false)?is_hash)]
  [#list ports as i]
/mpls/interface/add interface=${i.ifname}
  [/#list]
/mpls/ldp/add afi=ip lsr-id=${node.ldp.router_id} transport-addresses=${node.ldp.router_id}[#if (node.ldp.explicit_null!false)?is_boolean && (node.ldp.explicit_null!false)] use-explicit-null=yes[/#if]
  [#list ports?filter(i -> !(i.ldp.passive!false)) as i]
/mpls/ldp/interface/add interface=${i.ifname}
  [/#list]
[/#if]
