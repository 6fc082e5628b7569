${node?api.class}
