package netlab.protocol.evpn;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Suggest;
import netlab.draft.Draft;
import netlab.schema.Value;

/** The VXLAN identifiers of routed packets: a number, the next one, or that of another VRF. */
final class TransitVnis {
  private static final long LOWEST = 4096;
  private static final long FIRST = 200_000;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Map<Long, Value> taken = new HashMap<>();
  private long next;

  TransitVnis(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.next =
        draft
            .globals()
            .fieldsAt("evpn")
            .longAt("start_transit_vni")
            .or(() -> draft.defaults().fieldsAt("evpn").longAt("start_transit_vni"))
            .orElse(FIRST);
  }

  /** The VRFs with a number wherever they ask for an identifier. */
  Value.Fields resolve(Value.Fields vrfs) {
    Value.Fields vlans = draft.globals().fieldsAt("vlans");
    for (String vlan : vlans.fields().keySet()) {
      vlans
          .longAt(vlan + ".vni")
          .ifPresent(vni -> taken.put(vni, vlans.at(vlan + ".vni").orElseThrow()));
    }
    for (String vrf : vrfs.fields().keySet()) {
      written(vrfs, vrf).ifPresent(this::claim);
    }
    Value.Fields done = vrfs;
    for (String vrf : vrfs.fields().keySet()) {
      Optional<Value.Scalar> wish = written(vrfs, vrf);
      if (wish.isPresent() && Boolean.TRUE.equals(wish.get().data())) {
        done = with(done, vrf, free());
      } else if (wish.isPresent() && Boolean.FALSE.equals(wish.get().data())) {
        Value.Fields data = done.fieldsAt(vrf);
        done = done.with(vrf, data.with("evpn", data.fieldsAt("evpn").without("transit_vni")));
      }
    }
    Value.Fields numbers = done;
    for (String vrf : vrfs.fields().keySet()) {
      Optional<Value.Scalar> wish = written(vrfs, vrf);
      if (wish.isPresent() && wish.get().data() instanceof String other) {
        done = shared(done, numbers, vrf, other, wish.get());
      }
    }
    return done;
  }

  private static Optional<Value.Scalar> written(Value.Fields vrfs, String vrf) {
    return vrfs.at(vrf + ".evpn.transit_vni")
        .flatMap(v -> v instanceof Value.Scalar s ? Optional.of(s) : Optional.empty());
  }

  private static Value.Fields with(Value.Fields vrfs, String vrf, long vni) {
    Value.Fields data = vrfs.fieldsAt(vrf);
    return vrfs.with(
        vrf, data.with("evpn", data.fieldsAt("evpn").with("transit_vni", Value.of(vni))));
  }

  private void claim(Value.Scalar wish) {
    if (!(wish.data() instanceof Long vni)) {
      return;
    }
    if (vni < LOWEST) {
      diagnostics.error(
          Code.VNI, wish.span(), "a transit VNI is " + LOWEST + " or more, not " + vni);
    }
    Value other = taken.putIfAbsent(vni, wish);
    if (other != null) {
      diagnostics.report(
          Severity.ERROR,
          Code.VNI,
          wish.span(),
          "VNI " + vni + " is taken",
          Optional.of("write the name of a VRF to share its transit VNI"),
          List.of(new Note("the other use", other.span())));
    }
  }

  private long free() {
    while (taken.containsKey(next)) {
      next++;
    }
    taken.put(next, Value.of(next));
    return next;
  }

  private Value.Fields shared(
      Value.Fields vrfs, Value.Fields numbers, String vrf, String other, Value.Scalar wish) {
    Optional<Long> vni = numbers.longAt(other + ".evpn.transit_vni");
    if (vni.isPresent()) {
      return with(vrfs, vrf, vni.get());
    }
    Set<String> able = new LinkedHashSet<>();
    for (String name : numbers.fields().keySet()) {
      if (numbers.longAt(name + ".evpn.transit_vni").isPresent()) {
        able.add(name);
      }
    }
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_VRF,
        wish.span(),
        "there is no VRF `" + other + "` with a transit VNI that `" + vrf + "` could share",
        Suggest.hint(other, able),
        List.of());
    return vrfs;
  }
}
