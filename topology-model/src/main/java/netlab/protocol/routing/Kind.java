package netlab.protocol.routing;

import java.util.List;

/** The kinds of named objects that nodes take from the lab. */
public enum Kind {
  PREFIX("prefix", "prefix list"),
  ASPATH("aspath", "AS path list"),
  COMMUNITY("community", "community list"),
  POLICY("policy", "routing policy"),
  ACL("acl", "access list");

  /** The types of BGP communities (RFC 1997, RFC 4360, RFC 8092). */
  static final List<String> COMMUNITY_TYPES = List.of("standard", "extended", "large");

  private final String key;
  private final String words;

  Kind(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The name of the attribute that holds them. */
  public String key() {
    return key;
  }

  /** What people call one. */
  @Override
  public String toString() {
    return words;
  }
}
