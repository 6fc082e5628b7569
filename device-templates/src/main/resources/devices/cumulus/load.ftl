#!/bin/bash
[#-- Lines above `frr` are those of /etc/network/interfaces, those below are FRR's; `dhcrelay` is told here.
     Numbers of lines stay those of the file. Nothing is in effect when one of both does not know a line. --]
file=$1
for i in $(seq 150); do
  systemctl is-system-running 2>/dev/null | grep -q 'running\|degraded' && break
  sleep 2
done
work=$(mktemp -d)
sed -e '/^frr$/,$s/.*//' -e 's/^dhcrelay .*//' "$file" >"$work/interfaces"
sed -e '1,/^frr$/s/.*/!/' "$file" >"$work/frr"
wrong=$(ifup --all --syntax-check --interfaces "$work/interfaces" 2>&1 | grep '^error: ')
wrong=$wrong$(vtysh -C -f "$work/frr" 2>&1 | grep '^line ')
if [ -n "$wrong" ]; then
  echo "$wrong"
  exit 1
fi
[#-- The management port is left to the container. --]
cp "$work/interfaces" /etc/network/interfaces
said=$(ifreload --all 2>&1) || { echo "Failed: $said"; exit 1; }
systemctl enable frr >/dev/null 2>&1
rm -f /etc/frr/frr.conf
touch /etc/frr/frr.conf
systemctl restart frr || { echo 'Failed: FRR does not start'; exit 1; }
grep '^dhcrelay ' "$file" | while read -r word vrf servers ports upstream; do
  {
    echo "SERVERS=\"$(echo "$servers" | tr ',' ' ')\""
    echo "INTF_CMD=\"$(echo "$ports,$upstream" | sed -e 's/,$//' -e 's/^/-i /' -e 's/,/ -i /g')\""
  } >"/etc/default/isc-dhcp-relay-$vrf"
  systemctl restart "dhcrelay@$vrf" || echo "Failed: DHCP relay of VRF $vrf does not start"
done
vtysh -f "$work/frr" && vtysh -w
