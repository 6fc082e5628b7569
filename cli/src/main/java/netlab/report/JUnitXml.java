package netlab.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit XML, as CI systems read it. */
public final class JUnitXml {
  /** Test cases under one name, with the time they took together. */
  public record Suite(String name, Duration took, List<Case> cases) {
    public Suite {
      cases = List.copyOf(cases);
    }
  }

  /**
   * A test case.
   *
   * @param kind what cases are grouped by
   * @param failure what is said of one that failed
   * @param skipped why it could not run
   * @param remark what is said of one that did neither
   */
  public record Case(
      String kind,
      String name,
      Duration took,
      Optional<Failure> failure,
      Optional<String> skipped,
      Optional<String> remark) {}

  /** What is said of a case that failed: a line, and all of it. */
  public record Failure(String message, String text) {}

  /** Writes a part of a document. */
  private interface Part {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private JUnitXml() {}

  /** A document of one suite. */
  public static String of(Suite suite) {
    return document(xml -> write(xml, suite));
  }

  /** A document of several suites under a name. */
  public static String of(String name, List<Suite> suites) {
    return document(xml -> {
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", name);
      xml.writeCharacters("\n");
      for (Suite suite : suites) {
        write(xml, suite);
      }
      xml.writeEndElement();
      xml.writeCharacters("\n");
    });
  }

  private static String document(Part content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      content.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, Suite suite) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", suite.name);
    xml.writeAttribute("tests", String.valueOf(suite.cases.size()));
    xml.writeAttribute("failures", count(suite, Case::failure));
    xml.writeAttribute("skipped", count(suite, Case::skipped));
    xml.writeAttribute("time", seconds(suite.took));
    xml.writeCharacters("\n");
    for (Case one : suite.cases) {
      write(xml, one);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
    xml.writeCharacters("  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", one.kind);
    xml.writeAttribute("name", one.name);
    xml.writeAttribute("time", seconds(one.took));
    if (one.failure.isPresent()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", visible(one.failure.get().message));
      xml.writeCharacters(visible(one.failure.get().text));
      xml.writeEndElement();
    } else if (one.skipped.isPresent()) {
      xml.writeStartElement("skipped");
      xml.writeAttribute("message", visible(one.skipped.get()));
      xml.writeEndElement();
    } else if (one.remark.isPresent()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(visible(one.remark.get()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static String count(Suite suite, Function<Case, Optional<?>> part) {
    return String.valueOf(suite.cases.stream().filter(c -> part.apply(c).isPresent()).count());
  }

  /** XML 1.0 has no way to write control characters. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
