package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.net.Prefix;

/** Whether a Linux host has a default route for IPv6: {@code default6()}. */
final class DefaultRoute6 implements TestFunction {
  @Override
  public String name() {
    return "default6";
  }

  @Override
  public List<String> parameters() {
    return List.of();
  }

  @Override
  public Inquiry inquiry(Arguments a) {
    return KernelRoute.inquiry(Prefix.parse("::/0"), Optional.empty(), true);
  }
}
