package netlab.cli;

/**
 * A command whose words after the node belong to that node: nothing that looks like an option there
 * is one of netlab's.
 */
interface WordsOfNodes {}
