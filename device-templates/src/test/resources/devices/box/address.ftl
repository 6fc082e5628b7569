${address(node.name)}
