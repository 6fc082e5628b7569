package netlab.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.render.ConfigFile;

/**
 * A lab to be run.
 *
 * @param nodes the nodes that the provider is to run, in the order of the lab; often all
 */
public record RunRequest(
    LabId id, LabFolder folder, Lab lab, SequencedMap<NodeId, NodeFiles> nodes) {
  /**
   * What is known of a node beyond the lab.
   *
   * @param files its rendered files, in the order of the device
   */
  public record NodeFiles(Device device, List<ConfigFile> files) {
    public NodeFiles {
      files = List.copyOf(files);
    }
  }

  public RunRequest {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
  }
}
