[#-- BGP in VRFs is written with that of the router, where there is one. --]
[#if !(node.module![])?seq_contains("bgp") && (node.bgp.as)??]
  [#include "bgp.ftl"]
[/#if]
