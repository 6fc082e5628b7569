package netlab.provider.clab;

import java.util.Optional;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.plan.LabId;

/**
 * What the parts of a lab are called outside of it.
 *
 * @param lab the name of the topology
 * @param prefix what comes before it in names of containers; may be empty
 * @param id sets networks and host interfaces apart from those of other labs
 */
record ClabNames(String lab, String prefix, LabId id) {
  /** The label of a container that holds the id of its lab. */
  static final String LABEL = "netlab-id";

  private static final int LONGEST_INTERFACE = 15;

  /** How much of the lab's name is in the name that the model gives to a bridge. */
  private static final int LAB_PART = 10;

  static ClabNames of(Lab lab, LabId id) {
    String prefix = "clab";
    return new ClabNames(lab.name(), prefix, id);
  }

  /** As containerlab makes it: {@code clab-lab-r1}; without a prefix only {@code r1}. */
  String container(Node node) {
    return node.attributes()
        .textAt("clab.name")
        .orElse(prefix.isEmpty() ? node.id().name() : prefix + "-" + lab + "-" + node.id().name());
  }

  /** The folder that containerlab keeps beside the topology file. */
  String folder() {
    return prefix.isEmpty() ? lab : "clab-" + lab;
  }

  /** The management network, one for each lab: two labs must not take it from each other. */
  String network() {
    return "netlab-" + id;
  }

  /** The alias by which a bridge or a tunnel on the host is known to belong to this lab. */
  String alias() {
    return "netlab-" + id;
  }

  /** The host's end of a link that only one node is on. */
  String stub(Node node, int interfaceIndex) {
    return limited("nl" + id + "n" + node.number() + "i" + interfaceIndex);
  }

  /** The bridge's end of a port; bridge ports are in the host's namespace and need the lab's id. */
  String port(Node node, int interfaceIndex) {
    return limited("nb" + id + "n" + node.number() + "i" + interfaceIndex);
  }

  /** The bridge of a link: as the lab file calls it, else after the lab's id. */
  String bridge(Link link) {
    return named(link).orElseGet(() -> limited("nl" + id + "l" + link.index()));
  }

  /** The bridge that the lab file itself names; the model names others after the lab. */
  Optional<String> named(Link link) {
    String usual = lab.substring(0, Math.min(lab.length(), LAB_PART)) + "_" + link.index();
    return link.bridge().filter(name -> !name.equals(usual));
  }

  /** What joins the bridge of a link with those of other machines. */
  String tunnel(Link link) {
    return limited("nv" + id + "l" + link.index());
  }

  private static String limited(String name) {
    return name.length() <= LONGEST_INTERFACE ? name : name.substring(0, LONGEST_INTERFACE);
  }
}
