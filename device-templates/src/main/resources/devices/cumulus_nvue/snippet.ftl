[#-- What NVUE has no attribute for goes to FRR as it is (manual, NVUE Snippets). --]
[#assign default = (node.ospf.default)!false]
[#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
  [#assign how = default?is_hash?then(default, {})]
- set:
    system:
      config:
        snippet:
          frr.conf: |
            router ospf
             default-information originate[#if how.always!false] always[/#if][#if how.cost??] metric ${how.cost?c}[/#if][#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if]
[/#if]
