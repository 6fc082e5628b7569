"""Runs a command; prints the seconds it took and its largest resident memory in MB."""

import resource
import subprocess
import sys
import time

begin = time.monotonic()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
took = time.monotonic() - begin
if done.returncode != 0:
    sys.exit(done.returncode)
print(f"{took:.3f} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024}")
