[#if node.bgp??]
router bgp ${node.bgp.as}
 router-id ${node.bgp.router_id}
[/#if]
