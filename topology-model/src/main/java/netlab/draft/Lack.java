package netlab.draft;

import java.util.function.Predicate;
import netlab.device.Able;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/** The report of something that a node's device cannot do, which names the devices that can. */
public final class Lack {
  private Lack() {}

  /**
   * Reports what the device of a node cannot do.
   *
   * @param what follows the names of device and node: {@code has no LDP}
   * @param able what is asked of another device
   */
  public static void report(
      NodeDraft node, Span at, String what, Predicate<Device> able, Diagnostics diagnostics) {
    report(node, at, what, "", able, diagnostics);
  }

  /**
   * The same with another way out.
   *
   * @param hint what else the user can do; may be empty
   */
  public static void report(
      NodeDraft node,
      Span at,
      String what,
      String hint,
      Predicate<Device> able,
      Diagnostics diagnostics) {
    diagnostics.error(
        Code.FEATURE_MISSING,
        at.or(node.span()),
        "device `" + node.device().name() + "` of `" + node + "` " + what,
        hint + (hint.isEmpty() ? "" : "; ") + Able.of(node.devices(), able));
  }
}
