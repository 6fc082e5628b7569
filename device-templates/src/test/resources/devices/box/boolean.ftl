${node.up}
