package netlab.plugin.multiserver;

import java.util.List;

/**
 * How one machine reaches the rest of a link that is on several (VXLAN, RFC 7348).
 *
 * @param vni the tunnel's number, the same on all machines of the link
 * @param port the UDP port, the same on all machines
 * @param device the interface of this machine that the other machines are behind
 * @param remotes where the other machines are; one for a link with two ends
 * @param shared true for a link with more than two ends: a bridge on each machine, and between
 *     those the tunnel
 * @param automatic false when tunnels of shared links are left to the user
 */
public record Tunnel(
    int vni, int port, String device, List<String> remotes, boolean shared, boolean automatic) {
  public Tunnel {
    remotes = List.copyOf(remotes);
  }
}
