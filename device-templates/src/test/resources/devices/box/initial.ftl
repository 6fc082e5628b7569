[#-- laid out for the reader --]
hostname ${node.name}
!

[#list node.interfaces as i]
  [#if is_address(i.ipv4!)]
interface ${i.ifname}
 ip address ${address(i.ipv4)} ${netmask(i.ipv4)}
    [#if i.mtu??]
 mtu ${i.mtu}   
    [/#if]
  [/#if]
[/#list]
end of ${node.name} ${node.id}
