[#-- Ports must be down to become members. They take the MTU of the bond, so it has that of the first
     one. Without `miimon` the kernel would not see that the link of a member is down. --]
[#list node.interfaces![] as i]
  [#if i.type == "bond"]
    [#assign mtu = 1500]
    [#list node.interfaces as member]
      [#if member.ifname == i.bonding.members?first]
        [#assign mtu = member.mtu!1500]
      [/#if]
    [/#list]
link add name ${i.ifname}[#if mtu != 1500] mtu ${mtu}[/#if] type bond mode ${i.bonding.mode} miimon 100[#if i.bonding.primary??] primary ${i.bonding.primary}[/#if]

    [#list i.bonding.members as member]
link set dev ${member} down
link set dev ${member} master ${i.ifname}
link set dev ${member} up
    [/#list]
link set dev ${i.ifname} up
  [/#if]
[/#list]
