package netlab.quirk;

import java.util.List;
import java.util.Optional;
import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.protocol.mpls.Mpls;
import netlab.protocol.routing.Routing;
import netlab.protocol.vrf.Vrf;
import netlab.protocol.vrf.VrfData;
import netlab.schema.Value;

/** Chassis of SR Linux, what they take a license for, and limits of its policies. */
final class SrLinuxChecks implements Quirk {
  private static final List<String> LICENSED =
      List.of("ixr-6", "ixr-10", "ixr-18", "ixr-x", "sxr-");

  /** Chassis the container can be (documentation of SR Linux containers). */
  private static final List<String> CHASSIS =
      List.of(
          "ixs-a1",
          "ixr-d1",
          "ixr-d2",
          "ixr-d3",
          "ixr-d2l",
          "ixr-d3l",
          "ixr-d4",
          "ixr-d5",
          "ixr-h2",
          "ixr-h3",
          "ixr-h4",
          "ixr-h4-32d",
          "ixr-h5",
          "ixr-h5-64d",
          "ixr-h5-64o",
          "ixr-6",
          "ixr-6e",
          "ixr-10",
          "ixr-10e",
          "ixr-18e",
          "sxr-1x-44s",
          "sxr-1d-32d",
          "sxr-1-32d",
          "ixr-x1b",
          "ixr-x3b",
          "ixr-x4",
          "ixr-x4-d");

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    String type =
        lab.provider(node).filter("clab"::equals).isPresent() ? type(node, lab, notices) : "";
    boolean licensed = LICENSED.stream().anyMatch(type::startsWith);
    boolean license = node.attributes().at("clab.license").isPresent();
    if (licensed && !license) {
      notices.error(
          "platform_license",
          node.span(),
          "`" + node.id() + "` is a " + type + ", which needs a license",
          "name its file in `clab.license`");
    }
    for (String module : List.of("mpls", "sr")) {
      if (node.modules().contains(module) && !(licensed && license)) {
        notices.error(
            node.span(),
            "`" + node.id() + "` cannot run " + module + " as it is",
            "SR Linux needs a licensed chassis for it: `clab.type` and `clab.license`");
      }
    }
    targets(node, lab, notices);
    prefixLists(node, lab, notices);
  }

  /** The chassis, in its usual notation. */
  private static String type(Node node, LabEdit lab, Notices notices) {
    Optional<String> written = node.attributes().textAt("clab.type");
    if (written.isEmpty() || CHASSIS.contains(written.get())) {
      return written.orElse("");
    }
    Value.Fields settings = node.attributes().fieldsAt("clab");
    for (String known : CHASSIS) {
      if (known.replace("-", "").equals(written.get())) {
        notices.warning(
            "clab_type_legacy",
            settings.keySpan("type"),
            "`" + written.get() + "` is an old name of the chassis `" + known + "`",
            "write `" + known + "`");
        lab.node(node.with("clab", settings.with("type", Value.of(known))));
        return known;
      }
    }
    notices.error(
        "clab_type",
        settings.keySpan("type"),
        "there is no chassis `" + written.get() + "` of SR Linux",
        "known are " + String.join(", ", CHASSIS));
    return "";
  }

  private static void targets(Node node, LabEdit lab, Notices notices) {
    boolean vpn = lab.find(Mpls.NODE, node.id()).filter(m -> m.vpn().isPresent()).isPresent();
    for (VrfId vrf : vpn ? lab.vrfs(node) : List.<VrfId>of()) {
      VrfData data = lab.find(Vrf.VRF, vrf).orElseThrow();
      if (data.import_().size() > 1 || data.export().size() > 1) {
        notices.error(
            "l3vpn_rt",
            data.extra().span(),
            "VRF `" + vrf.name() + "` of `" + node.id() + "` has several route targets",
            "SR Linux takes one to import and one to export with MPLS/VPN");
      }
    }
  }

  private static void prefixLists(Node node, LabEdit lab, Notices notices) {
    Value.Fields lists =
        lab.find(Routing.NODE, node.id())
            .map(routing -> routing.extra().fieldsAt("prefix"))
            .orElse(Value.Fields.NONE);
    for (String name : lists.fields().keySet()) {
      boolean denies =
          lists.itemsAt(name).stream()
              .anyMatch(i ->
                  i instanceof Value.Fields e
                      && e.textAt("action").filter("deny"::equals).isPresent());
      if (denies) {
        notices.error(
            "prefix_deny",
            lists.keySpan(name),
            "prefix list `" + name + "` of `" + node.id() + "` denies something",
            "lists of SR Linux only say what matches; deny it in the policy");
      }
    }
  }
}
