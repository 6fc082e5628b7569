package netlab.intent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import netlab.device.Device;
import netlab.schema.Value;

/**
 * The whole request. Names are checked, attributes are typed, module lists and module parameters of
 * nodes are final; links are in one canonical form.
 *
 * @param name the topology name
 * @param provider the primary provider; empty when neither the file nor the command line names one
 * @param modules every module some node runs
 * @param plugins the plugins in use, in the order in which they run
 * @param globals top-level attributes other than nodes, links, groups, addressing and defaults:
 *     module parameters with their package defaults, {@code vlans}, {@code vrfs}, {@code prefix},
 *     ...
 * @param defaults the merged defaults of all sources; under the name of a module in use stands what
 *     its file says about it: {@code node_copy}, {@code config_after}, parameters that stay global
 * @param pools address pools with their defaults, by name
 * @param groups node groups after expansion, automatic ones included
 * @param objectLinks links that are written inside VLANs and VRFs; they come behind all others
 * @param devices all devices there are; read when asked for
 */
public record Intent(
    String name,
    Optional<String> provider,
    List<String> modules,
    List<String> plugins,
    Value.Fields globals,
    Value.Fields defaults,
    SequencedMap<String, Value.Fields> pools,
    SequencedMap<String, GroupIntent> groups,
    SequencedMap<String, NodeIntent> nodes,
    List<LinkIntent> links,
    List<LinkIntent> objectLinks,
    Supplier<List<Device>> devices) {
  public Intent {
    modules = List.copyOf(modules);
    plugins = List.copyOf(plugins);
    pools = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pools));
    groups = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(groups));
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    links = List.copyOf(links);
    objectLinks = List.copyOf(objectLinks);
  }
}
