package netlab.plugin.bgplabs;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.LanguageVersion;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/** Says whether the tests of a lab can be run, and leaves them out when this program is too old. */
public final class CheckValidate implements Plugin {
  @Override
  public String name() {
    return "check_validate";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Optional<Yaml.Scalar> wanted = Trees.scalarAt(lab.root(), "_validate_version");
    if (lab.root().get("validate").isEmpty()
        || wanted.filter(v -> LanguageVersion.isLater(v.text())).isEmpty()) {
      return lab.root();
    }
    String before = Trees.scalarAt(lab.root(), "message").map(Yaml.Scalar::text).orElse("");
    String text =
        "The tests of this lab need release "
            + wanted.get().text()
            + " of the lab language; `netlab validate` cannot run them.";
    Yaml.Scalar message = Yaml.Scalar.of(Messages.joined(before, text), wanted.get().span());
    return lab.root().without("validate").with(new Key("message", wanted.get().span()), message);
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("devices that tests know", Phase.CHECK, CheckValidate::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    List<Value> tests = draft.globals().fields().itemsAt("validate");
    if (tests.isEmpty() || !(tests.getFirst() instanceof Value.Fields first)) {
      return;
    }
    List<String> known = first.textsAt("devices");
    Optional<String> device =
        draft.intent().groups().values().stream()
            .filter(g -> g.name().equals("external"))
            .flatMap(g -> g.members().stream())
            .map(draft::node)
            .map(NodeDraft::device)
            .map(d -> d.name())
            .findFirst();
    if (device.isPresent() && !known.isEmpty()) {
      Messages.append(
          draft,
          known.contains(device.get())
              ? "You can use `netlab validate` to check your solution."
              : "`netlab validate` cannot check solutions on device "
                  + device.get()
                  + "; it can on "
                  + String.join(", ", known)
                  + ".");
    }
  }
}
