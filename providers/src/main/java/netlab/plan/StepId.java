package netlab.plan;

/**
 * The name of a step, the same each time the same lab is planned: {@code netns/links}, {@code
 * start/r1}. The journal knows a step by it.
 */
public record StepId(String text) {
  @Override
  public String toString() {
    return text;
  }
}
