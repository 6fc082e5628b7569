package netlab.matrix;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A matrix as JUnit XML, which CI systems show: a suite a column, a test case a scenario. */
public final class MatrixJUnit {
  private MatrixJUnit() {}

  /** The document. */
  public static String text(MatrixRecord matrix) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "netlab matrix");
      xml.writeCharacters("\n");
      for (String column : matrix.columns()) {
        suite(
            xml,
            column,
            matrix.cells().stream().filter(c -> c.cell().column().equals(column)).toList());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text + "\n";
  }

  private static void suite(XMLStreamWriter xml, String name, List<CellResult> cells)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", String.valueOf(cells.size()));
    xml.writeAttribute("failures", count(cells, Status.FAILED));
    xml.writeAttribute("skipped", count(cells, Status.UNSUPPORTED));
    xml.writeAttribute("time", seconds(cells.stream().mapToLong(MatrixJUnit::total).sum()));
    xml.writeCharacters("\n");
    for (CellResult cell : cells) {
      testcase(xml, cell);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static void testcase(XMLStreamWriter xml, CellResult cell) throws XMLStreamException {
    Run run = cell.worst();
    xml.writeCharacters("  ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", cell.cell().column().replace(' ', '.'));
    xml.writeAttribute("name", cell.cell().scenario().name());
    xml.writeAttribute("time", seconds(total(cell)));
    List<String> reasons = run.reasons().stream().map(r -> visible(r.text())).toList();
    String first = reasons.stream().findFirst().orElse("");
    switch (cell.status()) {
      case PASSED -> {}
      case FAILED -> {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", first);
        xml.writeCharacters(String.join("\n", reasons));
        xml.writeEndElement();
      }
      case UNSUPPORTED -> {
        xml.writeStartElement("skipped");
        xml.writeAttribute("message", first);
        xml.writeEndElement();
      }
      case WARNING -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(
            run.tests().stream()
                .filter(test -> test.status().equals("warning"))
                .map(test -> "warning: " + visible(test.name()))
                .collect(Collectors.joining("\n")));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** XML 1.0 has no way to write control characters. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }

  private static long total(CellResult cell) {
    return cell.runs().stream().mapToLong(Run::total).sum();
  }

  private static String count(List<CellResult> cells, Status status) {
    return String.valueOf(cells.stream().filter(c -> c.status() == status).count());
  }

  private static String seconds(long milliseconds) {
    return String.format(Locale.ROOT, "%.3f", milliseconds / 1000.0);
  }
}
