[exabgp.api]
pipename = 'netlab'
[exabgp.daemon]
user = 'exabgp'
[exabgp.log]
level = WARNING
