"""sessions.py LAB ROUTERS EACH: waits until each of the routers LAB-r1, LAB-r2... has EACH BGP sessions Established.

Asks each bgpd over its own socket: `vtysh` would be a process and 20 ms for each question. A reply ends with three NULs
and a status byte.
"""

import json
import socket
import sys
import time


def ask(router, command):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(f"/run/frr/{router}/bgpd.vty")
        s.sendall(b"enable\0" + command.encode() + b"\0")
        replies, data = [], b""
        while len(replies) < 2:
            data += s.recv(1 << 16)
            while (end := data.find(b"\0\0\0")) >= 0 and len(data) > end + 3:
                replies.append(data[:end])
                data = data[end + 4 :]
        return replies[1].decode()


def established(router):
    summary = json.loads(ask(router, "show bgp ipv4 unicast summary json"))
    return sum(p["state"] == "Established" for p in summary.get("peers", {}).values())


lab, routers, each = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
waiting = [f"{lab}-r{i}" for i in range(1, routers + 1)]
deadline = time.monotonic() + 120
while True:
    still = []
    for router in waiting:
        try:
            if established(router) < each:
                still.append(router)
        except (OSError, ValueError):  # not listening yet, or no BGP in its first answer
            still.append(router)
    waiting = still
    if not waiting:
        break
    if time.monotonic() > deadline:
        sys.exit(f"sessions missing on {', '.join(waiting)} after 120 s")
    time.sleep(0.02)
