package netlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import netlab.compile.Modules;
import netlab.exec.Deadline;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.report.VerdictText;
import netlab.state.LabState;
import netlab.verify.Check;
import netlab.verify.Diagnosis;
import netlab.verify.Ends;
import netlab.verify.LabAccess;
import netlab.verify.Listener;
import netlab.verify.Term;
import netlab.verify.Verdict;
import netlab.verify.Verifier;

/**
 * The verification of a lab, which may begin while the lab is still being started: it goes on in a
 * thread of its own, and ends at once when it is closed before it was finished. Prints each
 * adjacency once, when the lab has been started.
 */
final class Proof implements AutoCloseable {
  private static final int MOST_OPEN = 20;

  private static final Diagnosis DIAGNOSIS =
      new Diagnosis() {
        @Override
        public Optional<String> reason(
            Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
          return Modules.reason(failed, own, peer);
        }

        @Override
        public Outlook outlook(
            Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
          return Modules.outlook(failed, own, peer);
        }
      };

  private final RunningLab running;
  private final Out.Live live;
  private final VerdictText text;
  private final boolean folded;
  private final Term term = Term.open();
  private final FutureTask<Verdict> work = new FutureTask<>(this::verify);
  private final List<String> early = new ArrayList<>();
  private Optional<Thread> thread = Optional.empty();
  private boolean started;

  Proof(RunningLab running, Out out, Out.Live live) {
    LabState lab = running.state();
    this.running = running;
    this.live = live;
    this.text = new VerdictText(lab.expectations(), Verification.paint(out));
    this.folded = Ends.fold(lab.expectations(), e -> e).size() > VerdictText.FOLD;
  }

  /** Begins to ask the nodes that are up; does nothing when it has begun. */
  synchronized void begin() {
    if (thread.isEmpty()) {
      thread = Optional.of(Thread.ofPlatform().daemon().name("netlab-proof").start(work));
    }
  }

  /** Waits until the lab, which has been started, is as expected, or until the deadline. */
  Verdict finish(Deadline deadline) throws InterruptedException {
    term.set(deadline);
    tellEarly();
    begin();
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private Verdict verify() throws InterruptedException {
    LabState lab = running.state();
    try (LabAccess access = new LabAccess(lab, running.run(), running.provider())) {
      return new Verifier(access, DIAGNOSIS)
          .verify(lab.expectations(), lab.reaches(), term, listener());
    }
  }

  private Listener listener() {
    return new Listener() {
      @Override
      public void held(Ends<Check> adjacency) {
        if (!folded) {
          tell(text.held(adjacency));
        }
      }

      @Override
      public void open(List<Ends<Check>> open, List<Ends<Check>> all) {
        live.show(
            Proof.this,
            folded && open.size() > MOST_OPEN
                ? text.counts(all)
                : open.stream().limit(MOST_OPEN).map(text::open).toList());
      }
    };
  }

  private synchronized void tell(String line) {
    if (started) {
      live.keep(line);
    } else {
      early.add(line);
    }
  }

  private synchronized void tellEarly() {
    started = true;
    early.forEach(live::keep);
  }

  /** Ends the verification, and returns when it has ended. */
  @Override
  public void close() {
    Optional<Thread> asking;
    synchronized (this) {
      asking = thread;
    }
    work.cancel(true);
    boolean interrupted = false;
    while (asking.isPresent() && asking.get().isAlive()) {
      try {
        asking.get().join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
