package netlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netlab.expect.Expectation;
import netlab.report.Paint.Tone;
import netlab.verify.Check;
import netlab.verify.Check.Difference;
import netlab.verify.Ends;
import netlab.verify.Routes;
import netlab.verify.Status;
import netlab.verify.Verdict;

/** A verdict for people: one line for each adjacency that holds, a small block for each other. */
public final class VerdictText {
  /** From this number of adjacencies on, those that hold are only counted. */
  public static final int FOLD = 20;

  private static final int MOST_FAILURES = 10;
  private static final String INDENT = "  ";
  private static final int LABEL = 12;

  private final Paint paint;
  private final int protocolWidth;
  private final int pairWidth;

  /** A text whose columns fit these expectations. */
  public VerdictText(List<Expectation> expectations, Paint paint) {
    this.paint = paint;
    this.protocolWidth = expectations.stream().mapToInt(e -> e.protocol().length()).max().orElse(0);
    this.pairWidth = expectations.stream().mapToInt(e -> pair(e).length()).max().orElse(0);
  }

  /** The whole verdict. */
  public List<String> lines(Verdict verdict) {
    List<Ends<Check>> all = verdict.adjacencies();
    List<String> lines = new ArrayList<>();
    if (all.size() <= FOLD) {
      all.stream().filter(VerdictText::holds).map(this::held).forEach(lines::add);
    }
    lines.addAll(rest(verdict));
    return List.copyOf(lines);
  }

  /** The lines that remain when each adjacency was shown as soon as it held. */
  public List<String> rest(Verdict verdict) {
    List<Ends<Check>> all = verdict.adjacencies();
    List<String> lines = new ArrayList<>();
    if (all.size() > FOLD) {
      lines.addAll(counts(all));
    }
    lines.addAll(failures(all));
    lines.addAll(unchecked(all));
    return List.copyOf(lines);
  }

  /** What did not hold, with reasons; the first 10 and how many more there are. */
  public List<String> failures(List<Ends<Check>> adjacencies) {
    List<Ends<Check>> failed = adjacencies.stream().filter(VerdictText::failed).toList();
    List<String> lines = new ArrayList<>();
    failed.stream().limit(MOST_FAILURES).forEach(ends -> lines.addAll(failure(ends)));
    if (failed.size() > MOST_FAILURES) {
      lines.add(INDENT + "and " + (failed.size() - MOST_FAILURES) + " more that are not up");
    }
    return lines;
  }

  /** {@code 2 of 3 sessions}, or {@code 3 of 3 sessions and 5 of 6 routes}. */
  public static String summary(Verdict verdict) {
    List<Ends<Check>> all = verdict.adjacencies().stream().filter(ends -> !isRoute(ends)).toList();
    long checked = all.stream().filter(ends -> holds(ends) || failed(ends)).count();
    long held = all.stream().filter(VerdictText::holds).count();
    String sessions = held + " of " + checked + (checked == 1 ? " session" : " sessions");
    int routes = verdict.routes().expected();
    int there = routes - verdict.routes().missing().size();
    return routes == 0
        ? sessions
        : sessions + " and " + there + " of " + routes + (routes == 1 ? " route" : " routes");
  }

  /** The line of an adjacency that holds. */
  public String held(Ends<Check> ends) {
    Check one = ends.one().status() == Status.HELD ? ends.one() : ends.other().orElse(ends.one());
    String state = one.seen("state").orElse("up");
    String after =
        ends.both().stream()
            .flatMap(c -> c.held().stream())
            .max(Comparator.naturalOrder())
            .map(Times::text)
            .orElse("");
    return head(one)
        + paint.of(Tone.GOOD, pad(state, 15))
        + pad(after, 8)
        + paint.of(Tone.FAINT, one.expectation().label());
  }

  /** The line of an adjacency that is waited for: what its ends say now. */
  public String open(Ends<Check> ends) {
    return head(ends.one()) + paint.of(Tone.WARN, state(ends, false));
  }

  /** How many of which protocol hold: for labs with many adjacencies. */
  public List<String> counts(List<Ends<Check>> adjacencies) {
    Map<String, List<Ends<Check>>> protocols = new LinkedHashMap<>();
    adjacencies.stream()
        .filter(ends -> !isRoute(ends))
        .filter(ends -> holds(ends) || failed(ends))
        .forEach(ends ->
            protocols
                .computeIfAbsent(ends.one().expectation().protocol(), p -> new ArrayList<>())
                .add(ends));
    List<String> lines = new ArrayList<>();
    protocols.forEach((protocol, those) -> {
      long held = those.stream().filter(VerdictText::holds).count();
      String count = held + " of " + those.size() + " up";
      Optional<String> last =
          those.stream()
              .flatMap(ends -> ends.both().stream())
              .flatMap(check -> check.held().stream())
              .max(Comparator.naturalOrder())
              .map(Times::text);
      lines.add(
          INDENT
              + pad(protocol, protocolWidth + 3)
              + paint.of(held == those.size() ? Tone.GOOD : Tone.WARN, pad(count, 20))
              + (held == those.size() ? last.orElse("") : ""));
    });
    return lines.stream().map(String::stripTrailing).toList();
  }

  private List<String> failure(Ends<Check> ends) {
    List<Check> bad = ends.both().stream().filter(c -> !c.ok()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(head(ends.one()) + paint.of(Tone.BAD, state(ends, true)));
    Expectation expectation = ends.one().expectation();
    String cause = expectation.cause().known() ? expectation.cause().location() : "";
    String label = cause.isEmpty() ? expectation.label() : pad(expectation.label(), 55) + cause;
    detail(lines, "expected", label);
    bad.forEach(check ->
        says(check).ifPresent(text -> detail(lines, check.expectation().node() + " says", text)));
    Set<String> reasons = new LinkedHashSet<>();
    bad.stream()
        .filter(c -> c.status() == Status.FAILED)
        .forEach(c -> c.reason().ifPresent(reasons::add));
    reasons.forEach(reason -> detail(lines, "reason", reason));
    bad.stream()
        .flatMap(c -> c.look().stream())
        .findFirst()
        .ifPresent(look -> detail(lines, "look", look));
    return lines;
  }

  /** What an end said that was not expected of it. */
  private static Optional<String> says(Check check) {
    if (check.status() == Status.UNKNOWN) {
      return Optional.of("nothing: " + check.reason().orElse("no answer"));
    }
    if (check.seen().isEmpty()) {
      return Optional.of(isRoute(check) ? "no such route" : "no such neighbor");
    }
    return Optional.of(
        check.differences().stream().map(VerdictText::text).collect(Collectors.joining(", ")));
  }

  private static String text(Difference difference) {
    String seen = difference.seen().isEmpty() ? "not told" : difference.seen();
    return difference.field().replace('_', ' ')
        + " "
        + seen
        + " (expected "
        + String.join(" or ", difference.expected())
        + ")";
  }

  /** The state of the end that is not as expected; a clock that runs is for the last word only. */
  private static String state(Ends<Check> ends, boolean withTime) {
    List<Check> bad = ends.both().stream().filter(c -> !c.ok()).toList();
    Optional<Check> told = bad.stream().filter(c -> c.seen("state").isPresent()).findFirst();
    if (told.isPresent()) {
      Check check = told.get();
      boolean good = check.differences().stream().noneMatch(d -> d.field().equals("state"));
      String since =
          check.seen("uptime").filter(t -> withTime).map(time -> " since " + time).orElse("");
      return check.seen("state").orElse("") + (good ? ", but not as expected" : since);
    }
    boolean known = bad.stream().anyMatch(c -> c.status() == Status.FAILED);
    return known ? isRoute(ends) ? "no route" : "no such neighbor" : "unknown";
  }

  private static boolean isRoute(Ends<Check> ends) {
    return isRoute(ends.one());
  }

  private static boolean isRoute(Check check) {
    return check.expectation().reader().startsWith(Routes.READERS);
  }

  private List<String> unchecked(List<Ends<Check>> all) {
    Map<String, Long> reasons =
        all.stream()
            .flatMap(ends -> ends.both().stream())
            .filter(c -> c.status() == Status.UNCHECKED)
            .collect(
                Collectors.groupingBy(
                    c -> c.reason().orElse("cannot be asked"),
                    LinkedHashMap::new,
                    Collectors.counting()));
    List<String> lines = new ArrayList<>();
    reasons.forEach((reason, count) ->
        lines.add(INDENT + paint.of(Tone.WARN, "not checked: " + count + " ends: " + reason)));
    return lines;
  }

  private static boolean failed(Ends<Check> ends) {
    return ends.both().stream().anyMatch(c -> !c.ok());
  }

  private static boolean holds(Ends<Check> ends) {
    return !failed(ends) && ends.both().stream().anyMatch(c -> c.status() == Status.HELD);
  }

  private String head(Check check) {
    Expectation e = check.expectation();
    return INDENT + pad(e.protocol(), protocolWidth + 3) + pad(pair(e), pairWidth + 5);
  }

  private void detail(List<String> lines, String name, String text) {
    lines.add(" ".repeat(8) + paint.of(Tone.FAINT, pad(name, LABEL)) + text);
  }

  private static String pair(Expectation e) {
    return e.node() + " - " + e.peer();
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }
}
