package netlab.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Package data in a form that is read about ten times faster than YAML in a program that has just
 * started. Places are not kept: package data have none that a user could look at.
 */
final class PackedTree {
  private static final int PLAIN = 0;
  private static final int QUOTED = 1;
  private static final int LIST = 2;
  private static final int MAPPING = 3;

  private PackedTree() {}

  static void write(Yaml tree, DataOutput out) throws IOException {
    switch (tree) {
      case Yaml.Scalar s -> {
        out.writeByte(s.isPlain() ? PLAIN : QUOTED);
        out.writeUTF(s.text());
      }
      case Yaml.Seq seq -> {
        out.writeByte(LIST);
        out.writeInt(seq.items().size());
        for (Yaml item : seq.items()) {
          write(item, out);
        }
      }
      case Yaml.Map map -> {
        out.writeByte(MAPPING);
        out.writeInt(map.entries().size());
        for (Map.Entry<Key, Yaml> entry : map.entries().entrySet()) {
          out.writeUTF(entry.getKey().text());
          write(entry.getValue(), out);
        }
      }
    }
  }

  /**
   * Reads a tree.
   *
   * @throws IOException when the data are none
   */
  static Yaml read(DataInput in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case PLAIN -> new Yaml.Scalar(in.readUTF(), Yaml.Style.PLAIN, Span.NONE);
      case QUOTED -> new Yaml.Scalar(in.readUTF(), Yaml.Style.DOUBLE_QUOTED, Span.NONE);
      case LIST -> {
        int size = in.readInt();
        List<Yaml> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          items.add(read(in));
        }
        yield new Yaml.Seq(items, Span.NONE);
      }
      case MAPPING -> {
        int size = in.readInt();
        SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
          Key key = Key.of(in.readUTF());
          entries.put(key, read(in));
        }
        yield new Yaml.Map(entries, Span.NONE);
      }
      default -> throw new IOException("no packed tree: kind " + kind);
    };
  }
}
