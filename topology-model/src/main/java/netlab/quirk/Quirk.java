package netlab.quirk;

import netlab.diag.Diagnostics;
import netlab.lab.Node;

/** The changes of one kind of device. */
interface Quirk {
  void apply(Node node, LabEdit lab, Diagnostics diagnostics);
}
