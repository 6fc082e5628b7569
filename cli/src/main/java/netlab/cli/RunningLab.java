package netlab.cli;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.state.LabState;

/** A lab that was brought up, with the provider that runs it. */
record RunningLab(LabState state, RunInfo run, Provider provider) {
  /** The lab that a command is about; reports when it was never brought up. */
  static Optional<RunningLab> of(LabChoice choice, Session session, Diagnostics diag) {
    return choice.state(session, diag).flatMap(state -> of(state, session, diag));
  }

  /** The same for a state that is read already. */
  static Optional<RunningLab> of(LabState state, Session session, Diagnostics diag) {
    Optional<RunInfo> run = state.run();
    if (run.isEmpty()) {
      diag.error(
          Code.LAB_NOT_UP,
          Span.NONE,
          "lab `" + state.name() + "` is compiled but was not brought up",
          "`netlab up " + state.file() + "` does that");
      return Optional.empty();
    }
    Optional<Provider> provider = Providers.of(run.get().provider(), session.shell());
    if (provider.isEmpty()) {
      diag.error(
          Code.PROVIDER_NOT_BUILT,
          Span.NONE,
          "this netlab does not know provider `" + run.get().provider() + "`",
          "use the netlab that brought the lab up");
      return Optional.empty();
    }
    return Optional.of(new RunningLab(state, run.get(), provider.get()));
  }
}
