package netlab.plugin.areas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Ip;
import netlab.protocol.bgp.PrefixPair;
import netlab.schema.Value;

/** Reads descriptions of areas, and checks them. */
final class AreaReader {
  private static final List<String> PREFIXES =
      List.of("range", "filter", "external_range", "external_filter");

  private final Draft draft;
  private final Diagnostics diagnostics;

  AreaReader(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The areas that settings describe, by area. */
  SequencedMap<Ip, Value.Fields> read(Value.Fields settings, String owner) {
    SequencedMap<Ip, Value.Fields> areas = new LinkedHashMap<>();
    for (Value item : settings.itemsAt("areas")) {
      Optional<Ip> area =
          item instanceof Value.Fields f
              ? f.at("area").flatMap(RouterIds::parse)
              : Optional.empty();
      if (area.isEmpty() || !(item instanceof Value.Fields written)) {
        continue;
      }
      Value.Fields other = areas.get(area.get());
      if (other != null) {
        diagnostics.report(
            Severity.ERROR,
            Code.OSPF_AREA,
            place(written, "area"),
            "area " + area.get() + " of " + owner + " is described twice",
            Optional.of("write everything about an area in one entry"),
            List.of(new Note("the other entry is here", place(other, "area"))));
        continue;
      }
      areas.put(area.get(), full(area.get(), written));
    }
    return areas;
  }

  private static Span place(Value.Fields fields, String key) {
    return fields.at(key).map(Value::span).filter(Span::known).orElse(fields.span());
  }

  private Value.Fields full(Ip area, Value.Fields written) {
    String kind = written.textAt("kind").orElse("regular");
    if (kind.equals("regular")) {
      refuse(written, "inter_area", "an area that is neither stub nor NSSA gets all routes");
    } else if (area.toString().equals("0.0.0.0")) {
      diagnostics.error(
          Code.OSPF_AREA,
          place(written, "kind"),
          "the backbone cannot be a " + kind + " area (RFC 2328, section 3.6)");
    }
    if (!kind.equals("nssa")) {
      refuse(written, "external_range", "only an NSSA has external routes of its own");
      refuse(written, "external_filter", "only an NSSA has external routes of its own");
    }
    Value.Fields full = written.with("area", new Value.Scalar(area, place(written, "area")));
    for (String key : PREFIXES) {
      if (written.at(key).isPresent()) {
        var items = new ArrayList<Value>();
        written.itemsAt(key).forEach(item -> items.add(prefix(item)));
        full = full.with(key, new Value.Items(items, place(written, key)));
      }
    }
    return full;
  }

  private void refuse(Value.Fields area, String key, String why) {
    if (area.at(key).isPresent()) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          area.keySpan(key),
          "`"
              + key
              + "` does not go with a "
              + area.textAt("kind").orElse("regular")
              + " area: "
              + why,
          "remove it, or say `kind: " + (key.equals("inter_area") ? "stub" : "nssa") + "`");
    }
  }

  /** A prefix with what is said about it. */
  private Value prefix(Value item) {
    Value.Fields options =
        item instanceof Value.Fields f ? f : new Value.Fields(new LinkedHashMap<>(), item.span());
    Optional<PrefixPair> pair = PrefixPair.of(draft, item);
    if (pair.isEmpty()) {
      diagnostics.error(Code.UNKNOWN_PREFIX, item.span(), "there is no prefix in this entry");
      return options;
    }
    Value.Fields full = options;
    if (pair.get().ipv4().isPresent()) {
      full = full.with("ipv4", new Value.Scalar(pair.get().ipv4().get(), item.span()));
    }
    if (pair.get().ipv6().isPresent()) {
      full = full.with("ipv6", new Value.Scalar(pair.get().ipv6().get(), item.span()));
    }
    return full;
  }

  /** Reports what the device of a node cannot do; some devices can do all but one thing. */
  void check(NodeDraft node, Value.Fields area) {
    Optional<Value> feature = node.device().feature("ospf.areas");
    if (feature.isEmpty()) {
      Lack.report(
          node,
          area.span(),
          "has no configuration of OSPF areas",
          other -> other.can("ospf.areas"),
          diagnostics);
      return;
    }
    for (String key : area.fields().keySet()) {
      Optional<Value> excuse = excuse(node.device(), key);
      if (excuse.isEmpty()) {
        continue;
      }
      String what = "cannot do `" + key + "` of OSPF areas";
      if (excuse.get() instanceof Value.Scalar why && why.data() instanceof String text) {
        diagnostics.warning(
            Code.FEATURE_MISSING,
            area.keySpan(key),
            "device `" + node.device().name() + "` of `" + node + "` " + what,
            text);
      } else {
        Lack.report(
            node,
            area.keySpan(key),
            what,
            other -> other.can("ospf.areas") && excuse(other, key).isEmpty(),
            diagnostics);
      }
    }
  }

  /** Why a device cannot do a part of areas: a text, or false. */
  private static Optional<Value> excuse(Device device, String key) {
    return device
        .feature("ospf.areas")
        .flatMap(f -> f instanceof Value.Fields parts ? parts.at(key) : Optional.empty())
        .filter(part -> part instanceof Value.Scalar why && !Boolean.TRUE.equals(why.data()));
  }
}
