#!/bin/bash
[#-- Runs the lines that are commands of SONiC or the kernel, and gives FRR the others. Numbers of lines stay those
     of the file. Nothing is in effect when FRR's shell does not know a line. --]
file=$1
port=$(sed -n -e 's/^config interface startup //p' "$file" | head -n 1)
[ -n "$port" ] || port=lo
for i in $(seq 150); do
  redis-cli -n 4 get CONFIG_DB_INITIALIZED 2>/dev/null | grep -q 1 && ip link show "$port" >/dev/null 2>&1 && break
  sleep 2
done
lines=$(mktemp)
sed -E -e 's/^(config|start|ip link|ip address) .*$/!/' "$file" >"$lines"
said=$(vtysh -C -f "$lines" 2>&1)
if echo "$said" | grep -q '^line '; then
  echo "$said"
  exit 1
fi
[#-- The image starts none of FRR. Some daemons are known to its supervisor, others are there only; mgmtd came with FRR 10. --]
run() {
  pidof "$1" && return
  supervisorctl start "$1" 2>/dev/null | grep -i 'started' && return
  "/usr/lib/frr/$1" -d -A 127.0.0.1
}
[ ! -x /usr/lib/frr/mgmtd ] || run mgmtd >/dev/null 2>&1
for daemon in zebra staticd fpmsyncd; do
  run "$daemon" >/dev/null 2>&1
done
number=0
refused=
while IFS= read -r line || [ -n "$line" ]; do
  number=$((number + 1))
  case "$line" in
    'config '*|'ip link '*|'ip address '*) said=$($line 2>&1 </dev/null) ;;
    'start '*) said=$(run "$(echo "$line" | cut -d" " -f2)" 2>&1 </dev/null) ;;
    *) continue ;;
  esac
  if [ $? -ne 0 ] || echo "$said" | grep -q '^Error'; then
    [#-- what is there from an earlier time is no refusal --]
    echo "$said" | grep -qi 'exists\|already' && continue
    refused=1
    printf 'line %d: %s\n' "$number" "$(echo "$said" | tr '\n' ' ')"
  fi
done <"$file"
[ -z "$refused" ] || exit 1
[#-- SONiC's own BGP configuration, when there is one, has an AS of its own. --]
grep -q '^router bgp' "$lines" && vtysh -c 'configure terminal' -c 'no router bgp' >/dev/null 2>&1
vtysh -f "$lines"
