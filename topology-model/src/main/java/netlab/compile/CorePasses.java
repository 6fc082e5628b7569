package netlab.compile;

import java.util.List;
import netlab.draft.Pass;
import netlab.validation.ValidationTests;

/** The passes every lab needs, whatever protocols it runs. */
final class CorePasses {
  static final List<Pass> ALL =
      List.of(
          new NodeChecks(),
          LinkPass.OF_LIST,
          LinkPass.OF_OBJECTS,
          new StaticPrefixes(),
          new NodeNumbers(),
          new LinkShapes(),
          new PortNames(),
          new Loopbacks(),
          new ManagementPass(),
          new ForwardedPorts(),
          new StartOrder(),
          new LinkAddresses(),
          new RouterAdvertisements(),
          new Interfaces(),
          new Neighbors(),
          new MacAddresses(),
          new InterfaceChecks(),
          new ValidationTests());

  private CorePasses() {}
}
