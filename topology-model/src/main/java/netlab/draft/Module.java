package netlab.draft;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.expect.Reach;
import netlab.lab.Lab;

/** What a protocol package gives: its passes, and what must be true of the running lab. */
public interface Module {
  /** The name in {@code module:} lists and of the attributes. */
  String name();

  List<Pass> passes();

  /** True when neighbors of an interface see its settings of this module. */
  default boolean toldToNeighbors() {
    return true;
  }

  /** Reports what is allowed and cannot work: two ends that never will be neighbors. */
  default void check(Lab lab, Diagnostics diagnostics) {}

  /** One for each side of each adjacency the lab implies. */
  default List<Expectation> expectations(Lab lab) {
    return List.of();
  }

  /** The routes that certainly follow when all of that is so. */
  default List<Reach> reaches(Lab lab) {
    return List.of();
  }

  /**
   * The likely reason, in words, why an expectation of this module does not hold.
   *
   * @param own what the node says about the adjacency, if it says anything
   * @param peer what the other end says about it, if asked and answered
   */
  default Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return Optional.empty();
  }

  /**
   * Whether an expectation of this module that does not hold may come to hold by itself. To be sure
   * of {@code NEVER} takes what the routers say of their configuration, not how long it takes.
   *
   * @param own what the node says about the adjacency, if it says anything
   * @param peer what the other end says about it, if asked and answered
   */
  default Outlook outlook(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return Outlook.MAY_COME;
  }
}
