"""sessions.py EACH SOCKET...: waits until each of the bgpds behind these sockets has EACH BGP sessions Established.

Asks each bgpd over its own socket: `vtysh` would be a process and 20 ms for each question. A reply ends with three NULs
and a status byte.
"""

import json
import socket
import sys
import time


def ask(path, command):
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        s.sendall(b"enable\0" + command.encode() + b"\0")
        replies, data = [], b""
        while len(replies) < 2:
            data += s.recv(1 << 16)
            while (end := data.find(b"\0\0\0")) >= 0 and len(data) > end + 3:
                replies.append(data[:end])
                data = data[end + 4 :]
        return replies[1].decode()


def established(path):
    summary = json.loads(ask(path, "show bgp ipv4 unicast summary json"))
    return sum(p["state"] == "Established" for p in summary.get("peers", {}).values())


each, waiting = int(sys.argv[1]), sys.argv[2:]
deadline = time.monotonic() + 120
while True:
    still = []
    for path in waiting:
        try:
            if established(path) < each:
                still.append(path)
        except (OSError, ValueError):  # not listening yet, or no BGP in its first answer
            still.append(path)
    waiting = still
    if not waiting:
        break
    if time.monotonic() > deadline:
        sys.exit(f"sessions missing at {', '.join(waiting)} after 120 s")
    time.sleep(0.02)
