package netlab.jinja;

/** A macro with the names it sees. */
record MacroValue(Block.Macro macro, Scope home) {}
