package netlab.protocol.igp;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;

/** Warns, once a pair, about interfaces on one network that can never be neighbors. */
public final class Strangers {
  private final Lab lab;
  private final Diagnostics diagnostics;
  private final Code code;
  private final String module;
  private final String protocol;
  private final Set<Set<IfId>> told = new HashSet<>();

  /**
   * @param module the name of the settings: {@code ospf}
   * @param protocol what people call it: {@code OSPF}
   */
  public Strangers(Lab lab, Diagnostics diagnostics, Code code, String module, String protocol) {
    this.lab = lab;
    this.diagnostics = diagnostics;
    this.code = code;
    this.module = module;
    this.protocol = protocol;
  }

  /** Says why two interfaces never meet. */
  public void warn(Interface one, Interface other, String obstacle) {
    if (!told.add(Set.of(one.id(), other.id()))) {
      return;
    }
    diagnostics.report(
        Severity.WARNING,
        code,
        place(one),
        "`"
            + one.id().node()
            + "` and `"
            + other.id().node()
            + "` can never be "
            + protocol
            + " neighbors on `"
            + one.name()
            + "` and `"
            + other.name()
            + "`: "
            + obstacle,
        Optional.of("give both ends the same setting"),
        List.of(defined(one.id().node()), defined(other.id().node())));
  }

  private Note defined(NodeId node) {
    return new Note("`" + node + "` is defined here", lab.node(node).span());
  }

  /** The setting on the interface, else the link, else the node. */
  private Span place(Interface port) {
    Span set = port.attributes().keySpan(module);
    return set.known() ? set : Segment.cause(lab, port);
  }
}
