package netlab.verify;

import java.util.Optional;
import netlab.exec.Deadline;

/**
 * When a verification ends at the latest. While the lab is still being started, by another thread,
 * this is not known yet.
 */
public final class Term {
  private volatile Optional<Deadline> end;

  private Term(Optional<Deadline> end) {
    this.end = end;
  }

  /** For a lab that runs. */
  public static Term of(Deadline end) {
    return new Term(Optional.of(end));
  }

  /** For a lab that is being started. */
  public static Term open() {
    return new Term(Optional.empty());
  }

  /** Says that the lab has been started. */
  public void set(Deadline deadline) {
    end = Optional.of(deadline);
  }

  /** Empty while the lab is being started. */
  Optional<Deadline> end() {
    return end;
  }
}
