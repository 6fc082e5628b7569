package netlab.quirk;

import netlab.lab.Node;

/** What devices of one kind cannot do, or do in another way than the common model. */
interface Quirk {
  /**
   * Looks at a node, and changes the lab where its device needs something else.
   *
   * @param node as it is after the quirks before this one
   */
  void apply(Node node, LabEdit lab, Notices notices);
}
