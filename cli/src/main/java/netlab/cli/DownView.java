package netlab.cli;

import java.util.List;
import netlab.plan.Progress;

/** Shows the steps of a plan while they are undone. */
record DownView(Out out, Out.Live live) implements Progress {
  @Override
  public void on(Event event) {
    switch (event) {
      case Event.Undone undone -> live.show(this, List.of("  undone: " + undone.title()));
      case Event.Kept(var file) ->
          out.problem("netlab: " + file + " was changed by hand and is kept");
      case Event.Skipped ignored -> {}
      case Event.Started ignored -> {}
      case Event.Output ignored -> {}
      case Event.Done ignored -> {}
      case Event.Failed ignored -> {}
    }
  }
}
