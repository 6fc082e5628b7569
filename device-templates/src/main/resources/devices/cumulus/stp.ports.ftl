[#-- Spanning tree is said at the bridge and at its ports. --]
