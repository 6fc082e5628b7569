package netlab.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import netlab.expect.Expectation;
import netlab.validate.TestResult;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Status;
import netlab.verify.Verdict;

/** Results as JUnit XML, which CI systems show: each adjacency, each test is a test case. */
public final class JUnitReport {
  /**
   * A test case.
   *
   * @param failure what is said of one that failed: a line, and all of it
   * @param skipped why it could not run
   */
  private record Case(
      String kind,
      String name,
      Duration took,
      Optional<Failure> failure,
      Optional<String> skipped) {}

  private record Failure(String message, String text) {}

  private JUnitReport() {}

  /** The document about the adjacencies and the tests of a lab, as far as they were looked at. */
  public static String text(String lab, Optional<Verdict> verdict, List<TestResult> results) {
    List<Case> cases = new ArrayList<>();
    verdict.ifPresent(v -> v.adjacencies().forEach(ends -> cases.add(of(ends))));
    results.stream().filter(r -> !r.nodes().isEmpty()).forEach(r -> cases.add(of(r)));
    Duration took = verdict.map(Verdict::took).orElse(Duration.ZERO);
    for (TestResult result : results) {
      took = took.plus(result.took());
    }
    return text(lab, took, cases);
  }

  private static String text(String lab, Duration took, List<Case> cases) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", lab);
      xml.writeAttribute("tests", String.valueOf(cases.size()));
      xml.writeAttribute(
          "failures", String.valueOf(cases.stream().filter(c -> c.failure.isPresent()).count()));
      xml.writeAttribute(
          "skipped", String.valueOf(cases.stream().filter(c -> c.skipped.isPresent()).count()));
      xml.writeAttribute("time", seconds(took));
      xml.writeCharacters("\n");
      for (Case one : cases) {
        write(xml, one);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
    xml.writeCharacters("  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", one.kind);
    xml.writeAttribute("name", one.name);
    xml.writeAttribute("time", seconds(one.took));
    if (one.failure.isPresent()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", one.failure.get().message);
      xml.writeCharacters(one.failure.get().text);
      xml.writeEndElement();
    } else if (one.skipped.isPresent()) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", one.skipped.get());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static Case of(Ends<Check> ends) {
    Expectation e = ends.one().expectation();
    Duration held =
        ends.both().stream()
            .flatMap(c -> c.held().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    boolean bad = ends.both().stream().anyMatch(c -> !c.ok());
    boolean open = ends.both().stream().allMatch(c -> c.status() == Status.UNCHECKED);
    return new Case(
        e.protocol(),
        e.node() + " - " + e.peer() + ": " + e.label(),
        held,
        bad
            ? Optional.of(
                new Failure(
                    message(ends),
                    String.join(
                        "\n", new VerdictText(List.of(e), Paint.NONE).failures(List.of(ends)))))
            : Optional.empty(),
        open ? Optional.of(message(ends)) : Optional.empty());
  }

  /** A failure that is only a warning is no failure of the suite. */
  private static Case of(TestResult result) {
    String text =
        result.nodes().stream()
            .map(n -> n.node() + ": " + n.message())
            .collect(Collectors.joining("\n"));
    return new Case(
        "validate",
        result.test().name(),
        result.took(),
        result.status() == TestResult.Status.FAILED
            ? Optional.of(
                new Failure(
                    text, String.join("\n", new TestText(List.of(), Paint.NONE).ended(result))))
            : Optional.empty(),
        result.status() == TestResult.Status.SKIPPED ? Optional.of(text) : Optional.empty());
  }

  private static String message(Ends<Check> ends) {
    return ends.both().stream()
        .flatMap(c -> c.reason().stream())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
