package netlab.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be done, in order.
 *
 * @param stages one after the other; the steps of one stage do not depend on each other and run at
 *     the same time
 */
public record Plan(List<List<Step>> stages) {
  /** Throws {@link IllegalArgumentException} when two steps have the same id. */
  public Plan {
    stages = stages.stream().map(List::copyOf).toList();
    Set<StepId> seen = new HashSet<>();
    for (Step step : stages.stream().flatMap(List::stream).toList()) {
      if (!seen.add(step.id())) {
        throw new IllegalArgumentException("two steps are called " + step.id());
      }
    }
  }

  /** A plan of these steps, one after the other. */
  public static Plan of(Step... steps) {
    Builder builder = builder();
    for (Step step : steps) {
      builder.then(step);
    }
    return builder.build();
  }

  /** An empty plan to add to. */
  public static Builder builder() {
    return new Builder();
  }

  /** All steps in order. */
  public List<Step> steps() {
    return stages.stream().flatMap(List::stream).toList();
  }

  /** Collects stages. */
  public static final class Builder {
    private final List<List<Step>> stages = new ArrayList<>();

    private Builder() {}

    /** Adds a step that begins when all before it are done. */
    public Builder then(Step step) {
      stages.add(List.of(step));
      return this;
    }

    /** Adds steps that run at the same time, when all before them are done. */
    public Builder together(List<? extends Step> steps) {
      if (!steps.isEmpty()) {
        stages.add(List.copyOf(steps));
      }
      return this;
    }

    /** The plan. */
    public Plan build() {
      return new Plan(stages);
    }
  }
}
