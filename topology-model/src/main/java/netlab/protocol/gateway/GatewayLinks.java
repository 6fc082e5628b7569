package netlab.protocol.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Gateways of links: their settings before nodes are numbered, their addresses afterwards. */
final class GatewayLinks {
  static final String NAME = "gateway";

  private static final Value.Scalar OFF = Value.of(false);

  private GatewayLinks() {}

  /** Completes the settings of links with those of the lab. */
  static void complete(Draft draft, Diagnostics diagnostics) {
    Value.Fields lab = draft.globals().fieldsAt(NAME).over(draft.defaults().fieldsAt(NAME));
    var settings = new LinkedHashMap<String, Value.Field>();
    for (String key : List.of("id", "protocol", "anycast", "vrrp")) {
      Value.Field field = lab.fields().get(key);
      if (field != null) {
        settings.put(key, field);
      }
    }
    Value.Fields common = new Value.Fields(settings, Span.NONE);
    for (LinkDraft link : draft.links()) {
      if (hasRouter(link)) {
        link(draft, link, common, diagnostics);
      }
    }
  }

  /** True when a node on the link runs the module. */
  private static boolean hasRouter(LinkDraft link) {
    for (EndDraft end : link.ends()) {
      if (end.node().runs(NAME)) {
        return true;
      }
    }
    return false;
  }

  private static void link(
      Draft draft, LinkDraft link, Value.Fields common, Diagnostics diagnostics) {
    Optional<Value> written = link.attributes().at(NAME);
    if (link.attributes().is(NAME, false)) {
      link.attributes().drop(NAME);
      link.ends().forEach(end -> ignored(draft, end, diagnostics));
      return;
    }
    boolean onEnd = false;
    for (EndDraft end : link.ends()) {
      onEnd = onEnd || asks(end);
    }
    if (written.isEmpty() && !onEnd) {
      return;
    }
    Value.Fields own = link.attributes().fieldsAt(NAME);
    link.attributes().refine(NAME, own.over(common));
    check(link, diagnostics);
    for (EndDraft end : link.ends()) {
      if (written.isEmpty() && end.node().runs(NAME)) {
        end.attributes().addMissing(NAME, OFF);
      }
    }
  }

  private static boolean asks(EndDraft end) {
    return end.node().runs(NAME)
        && end.attributes().at(NAME).isPresent()
        && !end.attributes().is(NAME, false);
  }

  private static void ignored(Draft draft, EndDraft end, Diagnostics diagnostics) {
    if (asks(end)) {
      draft.warn(
          diagnostics,
          "gateway.warnings.no_gateway",
          Code.GATEWAY,
          end.attributes().keySpan(NAME),
          "the gateway of `"
              + end.node()
              + "` on link `"
              + end.link().name()
              + "` is ignored: the link has `gateway: false`",
          "take `gateway: false` from the link, or `gateway` from the node on it");
      end.attributes().drop(NAME);
    }
  }

  private static void check(LinkDraft link, Diagnostics diagnostics) {
    int id = link.attributes().intAt("gateway.id").orElse(0);
    if (id == 0 || id == -1) {
      diagnostics.error(
          Code.GATEWAY,
          place(link, "gateway.id"),
          "gateway id "
              + id
              + " of link `"
              + link.name()
              + "` would be the "
              + (id == 0 ? "address of the network itself" : "broadcast address"),
          "use a host number from 1, or -2 and below to count from the end");
    }
  }

  private static Span place(LinkDraft link, String path) {
    Span at = link.attributes().at(path).map(Value::span).orElse(Span.NONE);
    return at.or(link.span());
  }

  /** Gives gateways their addresses and tells the ends of their links. */
  static void number(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      Value.Fields gateway = link.attributes().fieldsAt(NAME);
      if (gateway.at("id").isEmpty()) {
        continue;
      }
      if (hasRouter(link)) {
        number(draft, link, gateway, diagnostics);
      } else if (gateway.at("ipv4").isPresent() || gateway.at("ipv6").isPresent()) {
        tellHosts(link, gateway); // those of a VLAN, whose routers are on its other links
      }
    }
  }

  private static void number(
      Draft draft, LinkDraft link, Value.Fields gateway, Diagnostics diagnostics) {
    Value.Fields addresses = addresses(draft, link, gateway, diagnostics);
    Value.Fields complete = gateway;
    for (String family : addresses.fields().keySet()) {
      complete = complete.with(family, addresses.at(family).orElseThrow());
    }
    link.attributes().refine(NAME, complete);
    for (EndDraft end : link.ends()) {
      if (end.node().runs(NAME)) {
        tellRouter(end, addresses);
      }
    }
    tellHosts(link, complete);
    if (!draft.defaults().boolAt("warnings.duplicate_address").filter(b -> !b).isPresent()) {
      duplicates(link, complete, diagnostics);
    }
  }

  private static void tellHosts(LinkDraft link, Value.Fields gateway) {
    for (EndDraft end : link.ends()) {
      if (end.node().isHost() && !end.node().runs(NAME)) {
        end.attributes().addMissing(NAME, gateway);
      }
    }
  }

  private static void tellRouter(EndDraft end, Value.Fields addresses) {
    boolean off = end.attributes().is(NAME, false);
    if (off || end.attributes().at(NAME).orElse(OFF) instanceof Value.Empty) {
      return;
    }
    Value.Fields own = end.attributes().fieldsAt(NAME);
    for (String family : addresses.fields().keySet()) {
      own = own.with(family, addresses.at(family).orElseThrow());
    }
    if (!own.isEmpty()) {
      end.attributes().refine(NAME, own);
    }
  }

  private static Value.Fields addresses(
      Draft draft, LinkDraft link, Value.Fields gateway, Diagnostics diagnostics) {
    Value.Fields addresses = Value.Fields.NONE;
    int id = gateway.intAt("id").orElse(0);
    for (Family family : Family.values()) {
      Optional<Prefix> prefix =
          link.prefix().flatMap(p -> p.textAt(family.text())).flatMap(Prefix::tryParse);
      Optional<Value> written = gateway.at(family.text());
      if (prefix.isEmpty()) {
        if (written.isPresent()) {
          addresses = addresses.with(family.text(), written.get());
        }
        continue;
      }
      if (!prefix.get().hasHost(id)) {
        diagnostics.error(
            Code.GATEWAY,
            place(link, "gateway.id"),
            "the prefix "
                + prefix.get()
                + " of link `"
                + link.name()
                + "` has no host "
                + id
                + " for its gateway",
            "use another `gateway.id` or a larger prefix");
        continue;
      }
      Value.Scalar address = Value.of(prefix.get().host(id).with(prefix.get().length()));
      written
          .filter(w -> w.span().known() && !w.equals(address))
          .ifPresent(w -> overruled(draft, link, family, address, w.span(), diagnostics));
      addresses = addresses.with(family.text(), address);
    }
    return addresses;
  }

  private static void overruled(
      Draft draft,
      LinkDraft link,
      Family family,
      Value.Scalar address,
      Span at,
      Diagnostics diagnostics) {
    draft.warn(
        diagnostics,
        "gateway.warnings.address",
        Code.GATEWAY,
        at,
        "the gateway of link `"
            + link.name()
            + "` gets "
            + address.data()
            + " from its id, not the written "
            + family
            + " address",
        "set `gateway.id`, which is the host number in the prefix of the link");
  }

  private static void duplicates(LinkDraft link, Value.Fields gateway, Diagnostics diagnostics) {
    for (EndDraft end : link.ends()) {
      for (Family family : Family.values()) {
        Optional<InterfaceAddress> shared = Gateways.address(gateway, family);
        boolean same =
            end.ip(family).orElse(null) instanceof InterfaceIp.Numbered n
                && shared.filter(s -> s.address().equals(n.address().address())).isPresent();
        if (same) {
          diagnostics.report(
              Severity.ERROR,
              Code.DUPLICATE_ADDRESS,
              end.span(),
              "`"
                  + end.node()
                  + "` has the address "
                  + shared.orElseThrow().address()
                  + " of the gateway on link `"
                  + link.name()
                  + "`",
              Optional.of("give one of them another host number"),
              List.of(new Note("the gateway", place(link, "gateway.id"))));
        }
      }
    }
  }
}
