package netlab.diag;

/**
 * Every kind of diagnostic. The identifier is stable: scripts match on it, and {@code
 * docs/errors/ID.md} explains it.
 *
 * <p>Ranges: 01 text and YAML, 02 attributes and their types, 03 nodes, links, groups, 04
 * addressing, 05 devices and templates, 06 protocols, 07 providers and running labs, 08
 * verification, 09 state.
 */
public enum Code {
  FILE_NOT_READABLE("NL0101"),
  YAML_SYNTAX("NL0102"),
  DUPLICATE_KEY("NL0103"),
  KEY_CONFLICT("NL0104"),
  INVALID_KEY("NL0105"),
  INVALID_ALIAS("NL0106"),
  TOO_COMPLEX("NL0107"),
  INCLUDE_NOT_FOUND("NL0108"),
  INCLUDE_REFUSED("NL0109"),
  UNKNOWN_ATTRIBUTE("NL0201"),
  WRONG_TYPE("NL0202"),
  OUT_OF_RANGE("NL0203"),
  MISSING_VALUE("NL0204"),
  INVALID_LINK("NL0320"),
  DUPLICATE_NODE_ID("NL0321"),
  DUPLICATE_INTERFACE("NL0322"),
  NO_INTERFACE_NAME("NL0323"),
  UNKNOWN_POOL("NL0401"),
  POOL_EXHAUSTED("NL0402"),
  INVALID_ADDRESS("NL0403"),
  DUPLICATE_ADDRESS("NL0404"),
  NO_ADDRESS("NL0405"),
  INVALID_POOL("NL0406"),
  PREFIX_TOO_SMALL("NL0407"),
  UNKNOWN_PREFIX("NL0408"),
  TEMPLATE_MISSING("NL0502"),
  TEMPLATE_FAILED("NL0503"),
  TEMPLATE_SYNTAX("NL0504"),
  CONFIG_SECTION("NL0505"),
  FEATURE_MISSING("NL0601"),
  PROTOCOL_UNUSED("NL0602"),
  BGP_SESSION("NL0610"),
  OSPF_INTERFACE("NL0620"),
  OSPF_ADJACENCY("NL0621"),
  STEP_FAILED("NL0701"),
  UNDO_FAILED("NL0702"),
  HOST_PROGRAM_MISSING("NL0711"),
  HOST_FORBIDS("NL0712"),
  HOST_KERNEL("NL0713"),
  HOST_LIMIT("NL0714"),
  NODE_NOT_RUNNABLE("NL0715"),
  UNSAFE_LINE("NL0716"),
  ADJACENCY_DOWN("NL0801"),
  LAB_LOCKED("NL0901"),
  JOURNAL_DAMAGED("NL0902"),
  LAB_ID_TAKEN("NL0903"),
  STATE_MISSING("NL0911"),
  STATE_NEWER("NL0912"),
  STATE_DAMAGED("NL0913"),
  NODE_UNKNOWN("NL0921"),
  PATH_NOT_FOUND("NL0922");

  private final String id;

  Code(String id) {
    this.id = id;
  }

  /** The stable identifier, such as {@code NL0201}. */
  public String id() {
    return id;
  }
}
