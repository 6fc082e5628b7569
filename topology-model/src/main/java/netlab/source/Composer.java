package netlab.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of one text from parser events. The library's own composer loses what a good
 * message needs: the place of an alias, the second of two equal keys, the parts of a dotted key.
 */
final class Composer {

  /** Ends the composition; the reason is reported already. */
  private static final class Stop extends RuntimeException {
    Stop() {
      super(null, null, false, false);
    }
  }

  /** An anchored value, complete or still being read. */
  private static final class Anchored {
    final Span span;
    Optional<Yaml> value = Optional.empty();

    /** For mappings: what {@code <<} inserts. */
    Optional<List<Entry>> entries = Optional.empty();

    int height;
    long values;
    long aliases;

    Anchored(Span span) {
      this.span = span;
    }
  }

  private static final int MIN_BUFFER = 1024;

  private final Diagnostics diagnostics;
  private final DottedKeys dottedKeys;
  private final Positions positions;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private Iterator<Event> events;

  /** Where the flow collections begin that are being read, the innermost first. */
  private final Deque<Integer> open = new ArrayDeque<>();

  /** Where the last scalar, alias or flow collection ended: block collections end there too. */
  private int lastEnd;

  private int deepest;
  private long values;
  private long aliases;
  private long aliasedValues;

  private Composer(String text, Positions positions, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.dottedKeys = new DottedKeys(diagnostics);
    this.positions = positions;
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(Limits.TEXT + 1)
            .setParseComments(false)
            // One buffer for all: the reader takes quadratic time to grow it for a long token.
            .setBufferSize(Math.max(MIN_BUFFER, text.length()))
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * The tree of a text; empty when the text has no value or cannot be read. Every problem is
   * reported; a tree with duplicate keys is returned with the first of them.
   */
  static Optional<Yaml> compose(SourceFile file, Diagnostics diagnostics) {
    return composeFrom(0, file, diagnostics);
  }

  /** As {@link #compose}, for a value that begins in the middle of its text. */
  static Optional<Yaml> composeFrom(int start, SourceFile file, Diagnostics diagnostics) {
    // Blanks in place of what is before keep the columns right.
    String text = " ".repeat(start) + file.text().substring(start);
    Positions positions = new Positions(file, text);
    Syntax syntax = new Syntax(text, positions, diagnostics);
    if (!syntax.charactersAllowed()) {
      return Optional.empty();
    }
    Composer composer = new Composer(text, positions, diagnostics);
    try {
      return composer.document();
    } catch (Stop reported) {
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      syntax.report(e, composer.innermostOpen());
      return Optional.empty();
    } catch (YamlEngineException e) {
      syntax.report(e, composer.innermostOpen(), composer.lastEnd);
      return Optional.empty();
    } catch (NumberFormatException e) {
      // The parser looks for the digits of an escape beyond the end of the text.
      syntax.reportEscapeAtEnd();
      return Optional.empty();
    }
  }

  private OptionalInt innermostOpen() {
    return open.stream().mapToInt(Integer::intValue).findFirst();
  }

  private Optional<Yaml> document() {
    Optional<Yaml> root = Optional.empty();
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case Scalar, SequenceStart, MappingStart, Alias -> root = Optional.of(value(event, 1));
        case DocumentStart -> {
          if (root.isPresent()) {
            throw stop(
                Code.YAML_SYNTAX,
                span(event),
                "a second document starts here",
                "a lab file is one document: remove the line `---`");
          }
        }
        case StreamStart, StreamEnd, DocumentEnd, Comment, MappingEnd, SequenceEnd -> {}
      }
    }
    return root;
  }

  private Yaml value(Event event, int depth) {
    enter(event, depth);
    return switch (event) {
      case AliasEvent alias -> alias(alias, depth);
      case ScalarEvent scalar -> anchored(scalar, depth, a -> scalar(scalar));
      case SequenceStartEvent start -> anchored(start, depth, a -> sequence(start, depth));
      case MappingStartEvent start -> anchored(start, depth, a -> mapping(start, depth, a));
      default -> throw new IllegalStateException("no value: " + event);
    };
  }

  private void enter(Event event, int depth) {
    if (depth > Limits.DEPTH) {
      throw tooDeep(span(event));
    }
    if (diagnostics.errorCount() > Limits.ERRORS) {
      throw new Stop();
    }
    deepest = Math.max(deepest, depth);
  }

  private interface Reader {
    Yaml read(Optional<Anchored> anchored);
  }

  /** Reads a value and keeps it, with its measures, when it has an anchor. */
  private Yaml anchored(NodeEvent event, int depth, Reader reader) {
    values++;
    if (event.getAnchor().isEmpty()) {
      return reader.read(Optional.empty());
    }
    Anchored anchored = new Anchored(span(event));
    anchors.put(event.getAnchor().get(), anchored);
    long valuesBefore = values - 1;
    long aliasesBefore = aliases;
    int deepestBefore = deepest;
    deepest = depth;
    Yaml value = reader.read(Optional.of(anchored));
    anchored.values = values - valuesBefore;
    anchored.aliases = aliases - aliasesBefore;
    anchored.height = deepest - depth;
    anchored.value = Optional.of(value);
    deepest = Math.max(deepest, deepestBefore);
    return value;
  }

  private Yaml.Scalar scalar(ScalarEvent event) {
    int start = start(event);
    int end = positions.offset(event.getEndMark().orElseThrow().getIndex());
    if (event.isLiteral() || event.isFolded()) {
      end = positions.withoutTrailingSpace(start, end);
    }
    lastEnd = Math.max(start, end);
    return new Yaml.Scalar(
        event.getValue(), style(event.getScalarStyle()), positions.span(start, end));
  }

  private static Yaml.Style style(ScalarStyle style) {
    return switch (style) {
      case PLAIN -> Yaml.Style.PLAIN;
      case SINGLE_QUOTED -> Yaml.Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Yaml.Style.DOUBLE_QUOTED;
      case LITERAL -> Yaml.Style.LITERAL;
      case FOLDED -> Yaml.Style.FOLDED;
    };
  }

  private Yaml.Seq sequence(SequenceStartEvent start, int depth) {
    opened(start);
    List<Yaml> items = new ArrayList<>();
    Event event = events.next();
    while (!(event instanceof CollectionEndEvent)) {
      items.add(value(event, depth + 1));
      event = events.next();
    }
    return new Yaml.Seq(items, whole(start, event));
  }

  private Yaml.Map mapping(MappingStartEvent start, int depth, Optional<Anchored> anchored) {
    opened(start);
    SequencedMap<String, Entry> explicit = new LinkedHashMap<>();
    List<List<Entry>> merges = new ArrayList<>();
    Optional<Span> firstMerge = Optional.empty();
    Event event = events.next();
    while (!(event instanceof CollectionEndEvent)) {
      if (isMergeKey(event)) {
        Span span = span(event);
        firstMerge.ifPresent(first -> DottedKeys.duplicate(diagnostics, "<<", span, first));
        firstMerge = firstMerge.or(() -> Optional.of(span));
        merges.addAll(mergeSources(events.next(), depth + 1));
      } else {
        entry(event, explicit, depth);
      }
      event = events.next();
    }
    List<Entry> entries = combine(merges, explicit);
    anchored.ifPresent(a -> a.entries = Optional.of(entries));
    return dottedKeys.nest(entries, whole(start, event));
  }

  private void entry(Event keyEvent, SequencedMap<String, Entry> entries, int depth) {
    Optional<Yaml.Scalar> written = key(keyEvent, depth + 1);
    Key key = written.map(k -> new Key(k.text(), k.span())).orElse(Key.of(""));
    int quotes = written.filter(k -> !k.isPlain()).isPresent() ? 1 : 0;
    List<Key> path = DottedKeys.parts(key, quotes);
    if (depth + path.size() > Limits.DEPTH) {
      throw tooDeep(span(keyEvent));
    }
    Yaml value = value(events.next(), depth + path.size());
    if (written.isPresent()) {
      Entry first = entries.putIfAbsent(key.text(), new Entry(key, path, value, false));
      if (first != null) {
        DottedKeys.duplicate(diagnostics, key.text(), key.span(), first.key().span());
      }
    }
  }

  private Optional<Yaml.Scalar> key(Event event, int depth) {
    Yaml key = value(event, depth);
    if (key instanceof Yaml.Scalar scalar && !scalar.text().isEmpty()) {
      return Optional.of(scalar);
    }
    boolean empty = key instanceof Yaml.Scalar;
    diagnostics.error(
        Code.INVALID_KEY,
        key.span(),
        empty ? "a key is missing here" : key.kind() + " cannot be a key",
        empty
            ? "write a name before the colon"
            : "put quotes around a text that begins with a bracket or a brace");
    return Optional.empty();
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<");
  }

  /** The mappings that a merge key names: one, or a list of them. */
  private List<List<Entry>> mergeSources(Event event, int depth) {
    if (event instanceof SequenceStartEvent start) {
      opened(start);
      List<List<Entry>> sources = new ArrayList<>();
      Event item = events.next();
      while (!(item instanceof CollectionEndEvent)) {
        mergeSource(item, depth).ifPresent(sources::add);
        item = events.next();
      }
      whole(start, item);
      return sources;
    }
    return mergeSource(event, depth).stream().toList();
  }

  private Optional<List<Entry>> mergeSource(Event event, int depth) {
    enter(event, depth);
    Anchored holder = new Anchored(span(event));
    Yaml value;
    if (event instanceof AliasEvent alias) {
      value = alias(alias, depth);
      holder.entries = resolve(alias).entries;
    } else if (event instanceof MappingStartEvent start) {
      value = mapping(start, depth, Optional.of(holder));
    } else {
      value = value(event, depth);
    }
    if (holder.entries.isEmpty()) {
      diagnostics.error(
          Code.INVALID_ALIAS,
          value.span(),
          "`<<` merges mappings, but this is " + value.kind(),
          "name the anchor of a mapping: `<<: *name`");
    }
    return holder.entries;
  }

  /**
   * Merged entries come first, those of the first source are the strongest, explicit ones are
   * stronger still: the order and the rule of YAML 1.1.
   */
  private static List<Entry> combine(
      List<List<Entry>> merges, SequencedMap<String, Entry> explicit) {
    if (merges.isEmpty()) {
      return List.copyOf(explicit.values());
    }
    SequencedMap<String, Entry> all = new LinkedHashMap<>();
    for (List<Entry> source : merges.reversed()) {
      source.forEach(entry -> all.put(entry.key().text(), entry.asMerged()));
    }
    all.putAll(explicit);
    return List.copyOf(all.values());
  }

  private Anchored resolve(AliasEvent alias) {
    Anchored anchored = anchors.get(alias.getAlias());
    if (anchored == null) {
      throw stop(
          Code.INVALID_ALIAS,
          span(alias),
          "no anchor `&" + alias.getAlias() + "` stands above this alias",
          "define the anchor first, or quote the text when the star belongs to it");
    }
    return anchored;
  }

  private Yaml alias(AliasEvent alias, int depth) {
    Anchored anchored = resolve(alias);
    Span span = span(alias);
    lastEnd = positions.offset(alias.getEndMark().orElseThrow().getIndex());
    if (anchored.value.isEmpty()) {
      diagnostics.report(
          Severity.ERROR,
          Code.INVALID_ALIAS,
          span,
          "`*" + alias.getAlias() + "` stands inside of the value it names",
          Optional.of("a value cannot contain itself: name another anchor"),
          List.of(new Note("the anchor is here", anchored.span)));
      throw new Stop();
    }
    aliases += 1 + anchored.aliases;
    values += anchored.values;
    aliasedValues += anchored.values;
    if (aliases > Limits.ALIASES || aliasedValues > Limits.ALIASED_VALUES) {
      throw stop(
          Code.TOO_COMPLEX,
          span,
          "aliases multiply this file to more than "
              + (aliases > Limits.ALIASES
                  ? Limits.ALIASES + " aliases"
                  : Limits.ALIASED_VALUES + " values"),
          "use groups or components for repeated parts");
    }
    if (depth + anchored.height > Limits.DEPTH) {
      throw tooDeep(span);
    }
    deepest = Math.max(deepest, depth + anchored.height);
    return switch (anchored.value.get()) {
      case Yaml.Scalar s -> new Yaml.Scalar(s.text(), s.style(), span);
      case Yaml.Seq s -> new Yaml.Seq(s.items(), span);
      case Yaml.Map m -> new Yaml.Map(m.entries(), span);
    };
  }

  private void opened(CollectionStartEvent start) {
    if (start.isFlow()) {
      open.push(start(start));
    }
  }

  /** The span of a collection. The parser lets block collections end at the next token. */
  private Span whole(CollectionStartEvent start, Event end) {
    if (start.isFlow()) {
      open.pop();
      lastEnd = positions.offset(end.getEndMark().orElseThrow().getIndex());
    }
    return positions.span(start(start), lastEnd);
  }

  /** The offset where a value begins, after its anchor and tag. */
  private int start(NodeEvent event) {
    int start = positions.offset(event.getStartMark().orElseThrow().getIndex());
    boolean tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag().isPresent();
          case CollectionStartEvent collection -> collection.getTag().isPresent();
          default -> false;
        };
    if (event.getAnchor().isEmpty() && !tagged) {
      return start;
    }
    boolean empty = event instanceof ScalarEvent s && s.isPlain() && s.getValue().isEmpty();
    int end = positions.offset(event.getEndMark().orElseThrow().getIndex());
    return empty ? end : positions.afterProperties(start);
  }

  /** The span of the event itself: for a block collection its anchor and tag, or nothing. */
  private Span span(Event event) {
    int start = positions.offset(event.getStartMark().orElseThrow().getIndex());
    int end = positions.offset(event.getEndMark().orElseThrow().getIndex());
    return positions.span(start, positions.withoutTrailingSpace(start, end));
  }

  private Stop tooDeep(Span at) {
    return stop(
        Code.TOO_COMPLEX,
        at,
        "more than " + Limits.DEPTH + " mappings and lists are inside each other here",
        "look for a bracket or a dash too many");
  }

  private Stop stop(Code code, Span at, String message, String hint) {
    diagnostics.error(code, at, message, hint);
    return new Stop();
  }
}
