package netlab.plan;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.Result;

/**
 * A machine on which {@code make X} and {@code drop X} are the only programs. Making what is there
 * and dropping what is not are failures, so a step done twice does not pass unseen. It can lose its
 * power at the k-th thing done to it, before or after that is done.
 */
final class World implements Effects {
  /** Stands for {@code kill -9}: nothing may catch it. */
  static final class Killed extends Error {}

  final Set<String> things = new TreeSet<>();
  final Set<String> broken = new TreeSet<>();
  private int left = Integer.MAX_VALUE;
  private boolean afterwards;

  /** The next process dies at its k-th deed, counted from 1. */
  synchronized void killAt(int k, boolean after) {
    left = k;
    afterwards = after;
  }

  synchronized void live() {
    left = Integer.MAX_VALUE;
  }

  FakeShell shell() {
    return new FakeShell(this::run);
  }

  private synchronized Result run(Command command) {
    dieBefore();
    Result result = act(command.argv().getFirst(), command.argv().get(1));
    dieAfter();
    return result;
  }

  private Result act(String verb, String thing) {
    if (broken.contains(verb + " " + thing)) {
      return Result.exited(1, "", "out of order");
    }
    boolean changed = verb.equals("make") ? things.add(thing) : things.remove(thing);
    return changed
        ? Result.exited(0, "", "")
        : Result.exited(1, "", verb.equals("make") ? "there already" : "not there");
  }

  private void dieBefore() {
    if (left < 1 || (left == 1 && !afterwards)) {
      left = 0;
      throw new Killed();
    }
  }

  private void dieAfter() {
    if (--left == 0) {
      throw new Killed();
    }
  }

  @Override
  public synchronized Optional<String> push(Step.PushConfig step) {
    dieBefore();
    boolean node = things.contains(step.node());
    dieAfter();
    return node ? Optional.empty() : Optional.of(step.node() + " is not there");
  }

  @Override
  public synchronized Optional<String> pending(Step.WaitFor step, Deadline deadline) {
    dieBefore();
    boolean holds = things.contains(step.condition());
    dieAfter();
    return holds ? Optional.empty() : Optional.of(step.condition() + " is not there");
  }
}
