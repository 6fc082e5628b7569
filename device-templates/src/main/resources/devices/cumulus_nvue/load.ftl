#!/bin/bash
[#-- Gives NVUE a file of `nv set` lines as one revision: all of it or nothing. Each line is told apart, as
     `nv config patch` of one file would tell of the first wrong one only. --]
commands=$1
for i in $(seq 150); do
  nv config show >/dev/null 2>&1 && break
  sleep 2
done
[#-- What an earlier try left would be applied with it. --]
nv config detach >/dev/null 2>&1
[#-- The VNIs of EVPN are `evi` up to release 5.3 (NVUE reference, nv set evpn vni). --]
release=$(. /etc/lsb-release 2>/dev/null; echo "$DISTRIB_RELEASE")
old=
case "$release" in 5.[0-3]|5.[0-3].*) old=1 ;; esac
number=0
refused=
while IFS= read -r line || [ -n "$line" ]; do
  number=$((number + 1))
  case "$line" in 'nv set '*) ;; *) continue ;; esac
  [ -n "$old" ] && line=$(echo "$line" | sed -e 's/^nv set evpn vni /nv set evpn evi /')
  if ! said=$(eval "$line" 2>&1 </dev/null); then
    refused=1
    printf 'line %d: %s\n' "$number" "$(echo "$said" | tr '\n' ' ')"
  fi
done <"$commands"
snippet=$(dirname "$commands")/snippet.yaml
if [ -s "$snippet" ] && ! said=$(nv config patch "$snippet" 2>&1 </dev/null); then
  refused=1
  printf 'Apply failed: %s: %s\n' "$snippet" "$(echo "$said" | tr '\n' ' ')"
fi
if [ -n "$refused" ]; then
  nv config detach >/dev/null 2>&1
  exit 1
fi
said=$(nv config apply --assume-yes 2>&1 </dev/null)
if ! echo "$said" | grep -q '^applied'; then
  printf 'Apply failed: %s\n' "$(echo "$said" | tr '\n' ' ')"
  nv config detach >/dev/null 2>&1
  [#-- The last revision that was saved, for a part of the refused one may be in effect. --]
  nv config apply --assume-yes startup >/dev/null 2>&1 </dev/null
  exit 1
fi
nv config save
