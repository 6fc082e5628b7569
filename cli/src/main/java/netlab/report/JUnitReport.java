package netlab.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import netlab.expect.Expectation;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Status;
import netlab.verify.Verdict;

/** A verdict as JUnit XML, which CI systems show: each adjacency is a test case. */
public final class JUnitReport {
  private JUnitReport() {}

  /** The document. */
  public static String text(String lab, Verdict verdict) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      write(xml, lab, verdict);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, String lab, Verdict verdict)
      throws XMLStreamException {
    List<Ends<Check>> all = verdict.adjacencies();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", lab);
    xml.writeAttribute("tests", String.valueOf(all.size()));
    xml.writeAttribute("failures", String.valueOf(all.stream().filter(JUnitReport::bad).count()));
    xml.writeAttribute("skipped", String.valueOf(all.stream().filter(JUnitReport::open).count()));
    xml.writeAttribute("time", seconds(verdict.took()));
    xml.writeCharacters("\n");
    for (Ends<Check> ends : all) {
      write(xml, ends);
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, Ends<Check> ends) throws XMLStreamException {
    Expectation e = ends.one().expectation();
    xml.writeCharacters("  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", e.protocol());
    xml.writeAttribute("name", e.node() + " - " + e.peer() + ": " + e.label());
    Duration held =
        ends.both().stream()
            .flatMap(c -> c.held().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    xml.writeAttribute("time", seconds(held));
    if (bad(ends)) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", message(ends));
      xml.writeCharacters(
          String.join("\n", new VerdictText(List.of(e), Paint.NONE).failures(List.of(ends))));
      xml.writeEndElement();
    } else if (open(ends)) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", message(ends));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static String message(Ends<Check> ends) {
    return ends.both().stream()
        .flatMap(c -> c.reason().stream())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static boolean bad(Ends<Check> ends) {
    return ends.both().stream().anyMatch(c -> !c.ok());
  }

  private static boolean open(Ends<Check> ends) {
    return ends.both().stream().allMatch(c -> c.status() == Status.UNCHECKED);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
