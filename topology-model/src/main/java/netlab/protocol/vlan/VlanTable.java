package netlab.protocol.vlan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.lab.Shown;

/** VLANs by name. */
public record VlanTable(SequencedMap<String, VlanData> vlans) implements Shown {
  public VlanTable {
    vlans = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(vlans));
  }

  @Override
  public Object shown() {
    return vlans;
  }
}
