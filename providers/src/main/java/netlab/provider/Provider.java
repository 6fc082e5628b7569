package netlab.provider;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.plan.Effects;
import netlab.plan.FileContent;
import netlab.plan.Plan;
import netlab.plan.SafePath;
import netlab.plan.StepFailure;
import netlab.plan.StepId;
import netlab.render.ConfigFile;
import netlab.transport.Endpoint;

/**
 * A way to run the nodes and links of a lab on this host. What it says about a running lab it asks
 * from the system each time; files only say where to look.
 *
 * <p>Not sealed, although the set is closed: Java lets a sealed interface permit classes of another
 * package only within a named module, and this program is one jar without modules. {@code
 * netlab.cli} lists the providers.
 */
public interface Provider {
  /** The name in the lab file and after {@code -p}: {@code netns}, {@code clab}. */
  String name();

  /**
   * What the host lacks for this lab; empty when it can start. Changes nothing. A lab must not be
   * started while something is missing (exit status 3).
   */
  List<Missing> check(RunRequest request) throws InterruptedException;

  /** What later commands need to find the lab again. */
  RunInfo describe(RunRequest request) throws InterruptedException;

  /**
   * The steps that start the lab. Nothing is done yet; the same request on the same host gives the
   * same plan. To be applied with {@link #shell} and {@link #effects}.
   */
  Plan plan(RunRequest request) throws InterruptedException;

  /**
   * The files that running the lab takes and that stay when it goes down, for {@code create}: by
   * default the files of each node. Unlike the plan they need nothing of this host.
   */
  default SequencedMap<SafePath, FileContent> files(RunRequest request)
      throws InterruptedException {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    request
        .nodes()
        .forEach((node, own) ->
            own.files()
                .forEach(file ->
                    files.put(
                        SafePath.of("configs", node.name(), file.name()),
                        FileContent.of(file.content()))));
    return files;
  }

  /** The shell for the commands of the lab's plan, their inverses, and its nodes. */
  Shell shell(RunInfo run);

  /** What the lab's plan needs beyond files and commands. */
  Effects effects(RunInfo run);

  /** How each node of the lab is, in the order of the lab. */
  List<NodeStatus> status(RunInfo run) throws InterruptedException;

  /**
   * The lines that routers refused when they read their configuration, as far as this can still be
   * told; to be asked when the lab is up.
   */
  List<Refusal> refusals(RunInfo run) throws InterruptedException;

  /**
   * The lines of nodes because of which a step of the lab's plan failed; none when the failure is
   * of another kind.
   */
  default List<Refusal> refusals(RunRequest request, StepFailure failure)
      throws InterruptedException {
    return List.of();
  }

  /** Where any command of the node's own command line is run: {@code show running-config}. */
  Endpoint cli(RunInfo run, NodeId node);

  /**
   * Where the commands of the device's readers are answered soonest; other commands may be unknown
   * there.
   */
  default Endpoint reading(RunInfo run, NodeId node) {
    return cli(run, node);
  }

  /**
   * A cheaper way to read than {@link #reading}, for a first impression: what is not so yet. That
   * something is so is then proven over {@link #reading}. Empty when there is none, as long as the
   * node does not run too.
   */
  default Optional<Endpoint> glance(RunInfo run, NodeId node) {
    return Optional.empty();
  }

  /**
   * How long nodes may take from the end of the plan until they can be asked. None where the plan
   * ends when they can.
   */
  default Duration boot(RunRequest request) {
    return Duration.ZERO;
  }

  /**
   * The step of a plan while which nodes come up one by one, and after which nothing of them is
   * changed any more: from its begin on nodes may be read. Empty when they may be read only when
   * the whole plan is done.
   */
  default Optional<StepId> waking(Plan plan) {
    return Optional.empty();
  }

  /** False while a node certainly cannot be read yet. Asked often, so this must cost nothing. */
  default boolean awake(RunInfo run, NodeId node) {
    return true;
  }

  /**
   * A program of this machine with the network of a node, whatever the node has itself; to be run
   * by {@link #shell}. Empty for a node whose network is not on this machine.
   */
  default Optional<Command> inNetwork(RunInfo run, NodeId node, List<String> argv) {
    return Optional.empty();
  }

  /**
   * Ends what runs in a node at once, as when its power is gone; its interfaces stay. Says why when
   * that does not work.
   */
  default Optional<String> stop(RunInfo run, NodeId node) throws InterruptedException {
    return Optional.of("provider " + name() + " cannot stop nodes");
  }

  /**
   * Starts a stopped node with the configuration it had when the lab came up; does nothing for what
   * is running. Says why when that does not work.
   */
  default Optional<String> start(RunInfo run, NodeId node) throws InterruptedException {
    return Optional.of("provider " + name() + " cannot start nodes");
  }

  /** Where programs are run in the node, one a command, its words separated by blanks. */
  Endpoint programs(RunInfo run, NodeId node);

  /**
   * Changes a node that runs.
   *
   * @param file lines of configuration (use {@code CLI}), or a program (use {@code SCRIPT})
   */
  Change change(RunInfo run, NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException;

  /**
   * Puts the files of nodes where these read them when they start again, once the steps of the
   * lab's plan have written them; to be done when the files of a running lab have changed.
   *
   * @return why that did not work
   */
  default Optional<String> settle(RunRequest request) throws InterruptedException {
    return Optional.empty();
  }

  /**
   * The command that gives the user's terminal to the node, for {@link Shell#interactive} of {@link
   * #shell}.
   *
   * @param program what to run there with its arguments; empty means the node's command line
   */
  Command terminal(RunInfo run, NodeId node, List<String> program);

  /**
   * What of the lab still exists on this host, found by the lab's id alone: no file of the lab is
   * needed, and {@link RunInfo#nodes} may be empty. Empty means that the lab is gone.
   */
  List<Leftover> leftovers(RunInfo run) throws InterruptedException;

  /**
   * Ends the lab whatever its state, and returns what could not be removed. Like {@link
   * #leftovers}, this needs nothing but the lab's id. It removes what is outside of the lab's
   * folder; undoing the journal afterwards removes what is inside.
   */
  List<Leftover> down(RunInfo run) throws InterruptedException;
}
