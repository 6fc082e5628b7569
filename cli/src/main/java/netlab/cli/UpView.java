package netlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.plan.Progress;
import netlab.plan.StepId;
import netlab.report.Times;

/** Shows the steps of a plan while they are taken. */
final class UpView implements Progress {
  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
  private static final int MOST_LINES = 10;

  private final Out out;
  private final Out.Live live;
  private final SequencedMap<StepId, String> running = new LinkedHashMap<>();
  private boolean undoing;

  UpView(Out out, Out.Live live) {
    this.out = out;
    this.live = live;
  }

  /** A line of the phases: {@code compiled 0.2 s}. */
  static String phase(String what, Duration took) {
    return "  %-22s  %s".formatted(what, Times.text(took));
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case Event.Started(var step) -> running.put(step.id(), step.title());
      case Event.Done(var step, Duration took) -> {
        running.remove(step.id());
        if (took.compareTo(WORTH_TELLING) >= 0) {
          live.keep(phase(step.title(), took));
        }
      }
      case Event.Failed(var failure) -> running.remove(failure.step());
      case Event.Undone(StepId step, String title) -> {
        if (!undoing) {
          undoing = true;
          live.keep("  undoing what was cut off or is planned otherwise now");
        }
      }
      case Event.Kept(var file) ->
          out.problem("netlab: " + file + " was changed by hand and is kept");
      case Event.Skipped skipped -> {}
      case Event.Output line -> {}
    }
    List<String> lines = new ArrayList<>();
    running.values().stream().limit(MOST_LINES).forEach(title -> lines.add("  " + title + " ..."));
    if (running.size() > MOST_LINES) {
      lines.add("  and " + (running.size() - MOST_LINES) + " more steps ...");
    }
    live.show(this, lines);
  }
}
