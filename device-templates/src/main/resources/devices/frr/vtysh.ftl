service integrated-vtysh-config
