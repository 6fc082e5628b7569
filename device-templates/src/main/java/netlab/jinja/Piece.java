package netlab.jinja;

import java.util.List;
import netlab.expr.Token;

/**
 * A piece of a template.
 *
 * @param text of the piece, when it is plain text
 * @param tokens what stands in a tag or print; the last one is its end
 * @param at its offset in the template
 */
record Piece(Kind kind, String text, List<Token> tokens, int at) {
  enum Kind {
    TEXT,
    PRINT,
    TAG,
    END
  }

  /** The first word of a tag; empty when it has none. */
  String word() {
    Token first = tokens.getFirst();
    return first.kind() == Token.Kind.NAME ? first.text() : "";
  }
}
