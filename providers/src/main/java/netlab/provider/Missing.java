package netlab.provider;

import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;

/**
 * Something that a host lacks for a lab.
 *
 * @param at what in the lab file needs it; {@link Span#NONE} when everything does
 * @param message what is missing and what needs it, in the form of a diagnostic
 * @param fix what to do about it, with the exact command
 * @param packages the packages of the host's distribution that have it; empty when none does
 */
public record Missing(Code code, Span at, String message, String fix, List<String> packages) {
  public Missing {
    packages = List.copyOf(packages);
  }

  /** Something that no package brings. */
  public static Missing of(Code code, Span at, String message, String fix) {
    return new Missing(code, at, message, fix, List.of());
  }

  /** Tells it to the user. */
  public void report(Diagnostics diagnostics) {
    diagnostics.report(Severity.ERROR, code, at, message, Optional.of(fix), List.of());
  }
}
