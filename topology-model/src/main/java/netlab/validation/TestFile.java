package netlab.validation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.schema.AttrType;
import netlab.schema.Attribute;
import netlab.schema.Library;
import netlab.schema.Names;
import netlab.schema.Schema;
import netlab.schema.Typer;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Sources;
import netlab.source.Yaml;

/** Tests in a file of their own, about a lab that was compiled before. */
public final class TestFile {
  private TestFile() {}

  /**
   * The tests of a file, which holds them by their names or under the key {@code validate}, in the
   * form that the compiler gives to those of a lab.
   *
   * @param nodes the names of the lab's nodes
   * @return empty when something is wrong, which is reported
   */
  public static Optional<List<Value>> read(
      Path file, Library library, Set<String> nodes, Surroundings lab, Diagnostics diagnostics) {
    Optional<Yaml.Map> whole = new Sources(diagnostics).load(file);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Yaml tests = whole.get().get(ValidationTests.SECTION).orElse(whole.get());
    Schema schema = new Schema(library, Schema.core(library), Set.of(), List.of());
    Names names = new Names();
    names.define(AttrType.Target.NODE, nodes);
    Optional<Attribute> attribute = schema.level("global").find(ValidationTests.SECTION);
    Optional<Value> typed =
        attribute.flatMap(a ->
            new Typer(schema, names, diagnostics)
                .value(tests, a, Where.shared("the file").at(ValidationTests.SECTION)));
    if (!(typed.orElse(Value.Fields.NONE) instanceof Value.Fields fields) || fields.isEmpty()) {
      if (!diagnostics.hasErrors()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            tests.span(),
            "there are no tests in this file",
            "write them by their names, as below `validate` in a lab file");
      }
      return Optional.empty();
    }
    Value.Items checked = ValidationTests.checked(fields, lab, diagnostics);
    return Optional.of(checked.items()).filter(all -> !diagnostics.hasErrors());
  }
}
