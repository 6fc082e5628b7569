package netlab.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Lab;
import netlab.schema.Value;

/**
 * Checks the section {@code validate} and brings it into the form that later commands run: a list
 * of tests with names, the devices that can run each, and waiting times in seconds.
 */
public final class ValidationTests implements Pass {
  static final String SECTION = "validate";

  /** What a test may do, in the order in which messages list it. */
  private static final List<String> ACTIONS =
      List.of("show", "exec", "config", "plugin", "suzieq", "ansible");

  /** Actions whose output the check of {@code valid} can be about. */
  private static final List<String> TALKING = List.of("show", "exec", "suzieq", "ansible");

  /** Actions that need to be written for each kind of device. */
  private static final List<String> COMMANDS = List.of("show", "exec", "ansible");

  @Override
  public String name() {
    return "validation tests";
  }

  @Override
  public Phase phase() {
    return Phase.CHECK;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    Value.Fields tests = draft.globals().fieldsAt(SECTION);
    if (tests.isEmpty()) {
      return;
    }
    draft.globals().refine(SECTION, checked(tests, surroundings(draft), diagnostics));
  }

  /** The tests in the form that later commands run; what is wrong is reported. */
  static Value.Items checked(Value.Fields tests, Surroundings lab, Diagnostics diagnostics) {
    WaitTimes times = new WaitTimes(lab.waits(), lab.devices());
    List<Value> all = new ArrayList<>();
    tests
        .fields()
        .forEach((name, field) -> {
          Value.Fields data = field.value() instanceof Value.Fields f ? f : Value.Fields.NONE;
          Test test = new Test(name, field.key(), data, tests, lab, diagnostics);
          test.check();
          all.add(times.resolve(test.result(), field.key(), diagnostics));
        });
    return new Value.Items(all, tests.span());
  }

  private static Surroundings surroundings(Draft draft) {
    Set<String> devices = new LinkedHashSet<>();
    for (NodeDraft node : draft.nodes()) {
      devices.addAll(node.device().lineage());
    }
    return new Surroundings(
        devices,
        () -> {
          Set<String> known = new LinkedHashSet<>();
          draft.intent().devices().get().forEach(d -> known.addAll(d.lineage()));
          return known;
        },
        () -> {
          Set<String> known = new LinkedHashSet<>();
          draft.links().forEach(link -> known.addAll(names(link)));
          return known;
        },
        draft.defaults().fieldsAt("const." + SECTION));
  }

  /** A link goes by its nodes, in the order of the lab file or the other, and by its own name. */
  private static Set<String> names(LinkDraft link) {
    List<String> nodes = link.ends().stream().map(end -> end.node().name()).toList();
    Set<String> names = new LinkedHashSet<>();
    names.add(String.join("-", nodes));
    names.add(String.join("-", nodes.reversed()));
    link.attributes().textAt("name").ifPresent(names::add);
    return names;
  }

  /** Where the lab file has its tests, by their names. */
  public static SequencedMap<String, Span> places(Lab lab) {
    return places(lab.globals().itemsAt(SECTION));
  }

  /** The same of tests that were checked. */
  public static SequencedMap<String, Span> places(List<Value> tests) {
    SequencedMap<String, Span> places = new LinkedHashMap<>();
    for (Value test : tests) {
      if (test instanceof Value.Fields fields
          && fields.at("name").orElse(fields) instanceof Value.Scalar(Object name, Span at)) {
        places.put(name.toString(), at);
      }
    }
    return places;
  }

  private record Test(
      String name,
      Span at,
      Value.Fields data,
      Value.Fields all,
      Surroundings lab,
      Diagnostics diagnostics) {
    private boolean has(String key) {
      return data.at(key).isPresent();
    }

    private List<String> actions() {
      return ACTIONS.stream().filter(this::has).toList();
    }

    private boolean has(List<String> keys) {
      return keys.stream().anyMatch(this::has);
    }

    private void check() {
      List<String> actions = actions();
      checkFailure();
      if (actions.isEmpty() && !has(List.of("wait", "repair")) && !breaks()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            at,
            "test `" + name + "` does nothing",
            "give it one of wait, "
                + String.join(", ", ACTIONS)
                + ", a `fail` that breaks something");
        return;
      }
      if (actions.size() > 1 && !actions.equals(List.of("show", "exec"))) {
        diagnostics.error(
            Code.ATTRIBUTE_CONFLICT,
            data.keySpan(actions.get(1)),
            "test `" + name + "` has more than one action: " + String.join(", ", actions),
            "make a test of each; only show and exec can stand together",
            List.of(new Note("the first one is here", data.keySpan(actions.get(0)))));
      }
      if (data.textsAt("nodes").isEmpty()
          && has(List.of("show", "exec", "config", "plugin", "ansible"))) {
        diagnostics.error(
            Code.MISSING_VALUE,
            at,
            "test `" + name + "` does not say on which nodes it runs",
            "add `nodes`, a list of nodes");
      }
      if (has("show") && !has("valid")) {
        diagnostics.error(
            Code.MISSING_VALUE,
            data.keySpan("show"),
            "test `" + name + "` shows something, and does not say what is good",
            "add `valid`, an expression about the output; to run a command without a check use `exec`");
      }
      if (has("valid") && !has(TALKING)) {
        diagnostics.error(
            Code.ATTRIBUTE_CONFLICT,
            data.keySpan("valid"),
            "test `" + name + "` has a check, and nothing that it could be about",
            "`valid` needs one of " + String.join(", ", TALKING));
      }
      data.itemsAt("devices")
          .forEach(device -> {
            if (device instanceof Value.Scalar(Object written, Span place)) {
              checkDevice(written.toString(), place);
            }
          });
      COMMANDS.forEach(this::checkDevices);
      checkDevices("valid");
      if (has(COMMANDS) && devices().isEmpty()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            at,
            "test `" + name + "` does not say which devices can run it",
            "add `devices`, or write the command for each device: `exec: { frr: ..., eos: ... }`");
      }
    }

    private boolean breaks() {
      return data.at("fail").orElse(data) instanceof Value.Fields && has("fail");
    }

    private void checkFailure() {
      Value.Fields failure = data.fieldsAt("fail");
      if (breaks() && failure.at("link").isEmpty() && failure.at("node").isEmpty()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            data.keySpan("fail"),
            "`fail` of test `" + name + "` does not say what breaks",
            "add `link: r1-r2` or `node: r1`");
      }
      Set<String> known = failure.isEmpty() ? Set.of() : lab.links().get();
      for (Value link : failure.itemsAt("link")) {
        if (link instanceof Value.Scalar(Object text, Span place)
            && !known.contains(text.toString())) {
          diagnostics.unknownName(
              Code.UNKNOWN_NAME,
              place,
              "there is no link `" + text + "`",
              text.toString(),
              "links are",
              known);
        }
      }
      Set<String> breaking = new LinkedHashSet<>(List.of("all"));
      all.fields()
          .forEach((test, field) -> {
            if (field.value() instanceof Value.Fields f && !f.fieldsAt("fail").isEmpty()) {
              breaking.add(test);
            }
          });
      for (Value repaired : data.itemsAt("repair")) {
        if (repaired instanceof Value.Scalar(Object text, Span place)
            && !breaking.contains(text.toString())) {
          diagnostics.unknownName(
              Code.UNKNOWN_NAME,
              place,
              "no test `" + text + "` breaks anything",
              text.toString(),
              "what can be repaired is",
              breaking);
        }
      }
    }

    /** Commands may be those of a device that others are based on. */
    private void checkDevices(String key) {
      data.fieldsAt(key).fields().forEach((device, field) -> checkDevice(device, field.key()));
    }

    private void checkDevice(String device, Span written) {
      if (lab.devices().contains(device)) {
        return;
      }
      Set<String> known = lab.known().get();
      if (!known.contains(device)) {
        diagnostics.unknownName(
            Code.UNKNOWN_DEVICE,
            written,
            "there is no device `" + device + "`",
            device,
            "devices are",
            known);
      }
    }

    /** The devices that the lab file names, or for which it has both a command and a check. */
    private List<String> devices() {
      if (has("devices")) {
        return data.textsAt("devices");
      }
      Set<String> able = new LinkedHashSet<>();
      COMMANDS.forEach(action -> able.addAll(data.fieldsAt(action).fields().keySet()));
      Value.Fields valid = data.fieldsAt("valid");
      if (!valid.isEmpty()) {
        able.retainAll(valid.fields().keySet());
      }
      return able.stream().sorted().toList();
    }

    private Value.Fields result() {
      Value.Fields named = data.with("name", new Value.Scalar(name, at));
      if (has("devices") || !has(COMMANDS)) {
        return named;
      }
      List<Value> devices = new ArrayList<>();
      devices().forEach(device -> devices.add(Value.of(device)));
      return named.with("devices", new Value.Items(devices, at));
    }
  }

  /** How long tests wait by the names that the lab gives to times. */
  private record WaitTimes(Value.Fields constants, Set<String> devices) {
    Value.Fields resolve(Value.Fields test, Span at, Diagnostics diagnostics) {
      Optional<Value> wait = test.at("wait");
      if (wait.isEmpty()
          || !(wait.get() instanceof Value.Scalar(Object data, Span place))
          || !(data instanceof String word)) {
        return test;
      }
      Optional<Long> longest =
          devices.stream()
              .map(device -> constants.longAt(device + "." + word))
              .flatMap(Optional::stream)
              .reduce(Math::max);
      Optional<Long> general = constants.longAt(word);
      if (longest.isEmpty() && general.isEmpty()) {
        List<String> known =
            constants.fields().keySet().stream()
                .filter(name -> constants.longAt(name).isPresent())
                .toList();
        diagnostics.unknownName(
            Code.UNKNOWN_NAME,
            place.or(at),
            "there is no waiting time `" + word + "`",
            word,
            "`defaults.const.validate` has",
            known);
        return test;
      }
      long seconds = Math.max(longest.orElse(0L), general.orElse(0L));
      return test.with("wait", new Value.Scalar(seconds, place));
    }
  }
}
