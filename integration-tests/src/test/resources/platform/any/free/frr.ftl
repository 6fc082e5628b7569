[#list lab.nodes as name, other]
  [#if name != node.name && other.loopback??]
ip prefix-list free permit ${other.loopback.ipv4}
  [/#if]
[/#list]
