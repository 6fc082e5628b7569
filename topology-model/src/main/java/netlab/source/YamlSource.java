package netlab.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes a tree as a text that reads as the same tree, quotes included. */
public final class YamlSource {
  /** Texts are never folded: what was one line stays one. */
  private static final int WIDTH = 1 << 20;

  private final List<Event> events = new ArrayList<>();

  private YamlSource() {}

  /** The text, with a final newline. */
  public static String of(Yaml.Map root) {
    var source = new YamlSource();
    source.events.add(new StreamStartEvent());
    source.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    source.add(root);
    source.events.add(new DocumentEndEvent(false));
    source.events.add(new StreamEndEvent());
    var settings = DumpSettings.builder().setWidth(WIDTH).build();
    return new Present(settings).emitToString(source.events.iterator());
  }

  private void add(Yaml yaml) {
    switch (yaml) {
      case Yaml.Scalar scalar -> add(scalar.isNull() ? "null" : scalar.text(), style(scalar));
      case Yaml.Seq seq -> {
        events.add(
            new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
        seq.items().forEach(this::add);
        events.add(new SequenceEndEvent());
      }
      case Yaml.Map map -> {
        events.add(
            new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
        map.entries()
            .forEach((key, value) -> {
              add(key.text(), ScalarStyle.PLAIN);
              add(value);
            });
        events.add(new MappingEndEvent());
      }
    }
  }

  /** The writer takes quotes by itself where a plain text would not read as it is. */
  private void add(String text, ScalarStyle style) {
    events.add(
        new ScalarEvent(
            Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
  }

  private static ScalarStyle style(Yaml.Scalar scalar) {
    return switch (scalar.style()) {
      case PLAIN -> ScalarStyle.PLAIN;
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED, FOLDED -> ScalarStyle.DOUBLE_QUOTED;
      case LITERAL -> ScalarStyle.LITERAL;
    };
  }
}
