[#-- Sessions of BFD belong to the protocols that ask for them; there is nothing of its own. --]
