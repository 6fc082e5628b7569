#!/bin/vbash
[#-- Configures the node from a file of `set` commands. Not before the boot has loaded its own
     configuration, only as a member of the group that may (VyOS manual, Command Scripting), and all or nothing. --]
for i in $(seq 300); do
  [ -e /tmp/vyos-config-status ] && break
  sleep 1
done
if [ "$(id -g -n)" != vyattacfg ]; then
  exec sg vyattacfg -c "/bin/vbash $0 $1"
fi
source /opt/vyatta/etc/functions/script-template
configure
refused=
trap 'refused=1' ERR
source "$1"
trap - ERR
if [ -n "$refused" ]; then
  echo 'Error: lines were refused, nothing is committed'
  discard
  exit
  builtin exit 1
fi
commit || { echo 'Commit failed'; discard; exit; builtin exit 1; }
save
exit
