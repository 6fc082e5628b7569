[exabgp.api]
pipename = 'netlab'
[exabgp.daemon]
user = 'root'
[exabgp.log]
level = WARNING
