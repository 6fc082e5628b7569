package netlab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.draft.Plugin;
import netlab.plugin.areas.OspfAreas;
import netlab.plugin.arp.ProxyArp;
import netlab.plugin.bgplabs.Adjust;
import netlab.plugin.bgplabs.CheckExtraConfig;
import netlab.plugin.bgplabs.CheckValidate;
import netlab.plugin.bgplabs.EnableFixConfig;
import netlab.plugin.bgplabs.ExternalDevices;
import netlab.plugin.bgplabs.FixFrr;
import netlab.plugin.bonding.Bonding;
import netlab.plugin.clone.NodeClone;
import netlab.plugin.domain.BgpDomain;
import netlab.plugin.fabric.Fabric;
import netlab.plugin.files.CheckConfig;
import netlab.plugin.files.InlineFiles;
import netlab.plugin.firewall.ZoneFirewall;
import netlab.plugin.kind.KindCluster;
import netlab.plugin.multihoming.EvpnMultihoming;
import netlab.plugin.multihop.EbgpMultihop;
import netlab.plugin.multilab.Multilab;
import netlab.plugin.multiserver.Multiserver;
import netlab.plugin.policy.BgpPolicy;
import netlab.plugin.session.BgpSession;
import netlab.plugin.tunnel.GreTunnel;
import netlab.plugin.tunnel.WireguardTunnel;
import netlab.plugin.vrrp.VrrpVersion;
import netlab.plugin.vtep.MlagVtep;

/** The plugins there are. A new plugin is a package of its own and one line here. */
public final class Plugins {
  private Plugins() {}

  /** The plugin of a name; no other one is loaded. */
  public static Optional<Plugin> named(String name) {
    return switch (name) {
      case "adjust" -> Optional.of(new Adjust());
      case "bgp.domain" -> Optional.of(new BgpDomain());
      case "bgp.policy" -> Optional.of(new BgpPolicy());
      case "bgp.session" -> Optional.of(new BgpSession());
      case "bonding" -> Optional.of(new Bonding());
      case "check.config" -> Optional.of(new CheckConfig());
      case "check_extra_config" -> Optional.of(new CheckExtraConfig());
      case "check_validate" -> Optional.of(new CheckValidate());
      case "enable_fix_config" -> Optional.of(new EnableFixConfig());
      case "external_devices" -> Optional.of(new ExternalDevices());
      case "fix_frr" -> Optional.of(new FixFrr());
      case "ebgp.multihop" -> Optional.of(new EbgpMultihop());
      case "files" -> Optional.of(new InlineFiles());
      case "fabric" -> Optional.of(new Fabric());
      case "ospf.areas" -> Optional.of(new OspfAreas());
      case "node.clone" -> Optional.of(new NodeClone());
      case "multilab" -> Optional.of(new Multilab());
      case "multiserver" -> Optional.of(new Multiserver());
      case "firewall.zonebased" -> Optional.of(new ZoneFirewall());
      case "tunnel.gre" -> Optional.of(new GreTunnel());
      case "tunnel.wireguard" -> Optional.of(new WireguardTunnel());
      case "evpn.multihoming" -> Optional.of(new EvpnMultihoming());
      case "kind" -> Optional.of(new KindCluster());
      case "mlag.vtep" -> Optional.of(new MlagVtep());
      case "proxy_arp" -> Optional.of(new ProxyArp());
      case "vrrp.version" -> Optional.of(new VrrpVersion());
      default -> Optional.empty();
    };
  }

  /** The plugins of these names, which exist. */
  static List<Plugin> all(List<String> names) {
    var plugins = new ArrayList<Plugin>();
    names.forEach(name -> plugins.add(named(name).orElseThrow()));
    return List.copyOf(plugins);
  }
}
