package netlab.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.lab.Column;
import netlab.lab.Lab;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of docs/architecture.md that a compiler does not hold. */
final class ArchitectureTest {
  /** Rules that look at nothing hold always; this many classes there were when last raised. */
  private static final int CLASSES_AT_LEAST = 300;

  /** The order of the modules: each may use those before it. */
  private static final List<String> MODULES =
      List.of("topology-model", "device-templates", "providers", "cli");

  private static final Pattern MODULE =
      Pattern.compile("/(" + String.join("|", MODULES) + ")(/target/|-[0-9])");

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/integration-tests/"))
          .importPackages("netlab");

  @Test
  void theRulesLookAtTheWholeProgram() {
    assertThat(OURS.size()).isGreaterThan(CLASSES_AT_LEAST);
    assertThat(OURS.stream().map(ArchitectureTest::module).collect(toSet()))
        .containsExactlyInAnyOrderElementsOf(MODULES);
  }

  @Test
  void modulesUseOnlyThoseBelowThem() {
    for (int i = 0; i < MODULES.size(); i++) {
      List<String> above = MODULES.subList(i + 1, MODULES.size());
      String module = MODULES.get(i);
      check(
          noClasses()
              .that(describe("are in " + module, c -> module(c).equals(module)))
              .should()
              .dependOnClassesThat(
                  describe("are in " + above, c -> isOurs(c) && above.contains(module(c)))));
    }
  }

  @Test
  void eachPackageIsInOneModule() {
    Map<String, Set<String>> modules =
        OURS.stream()
            .collect(
                groupingBy(JavaClass::getPackageName, mapping(ArchitectureTest::module, toSet())));
    assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  /** After the compiler there is only the frozen lab: nothing that follows reads intent or text. */
  @Test
  void whatShowsOrRunsALabDoesNotReachBehindIt() {
    check(
        noClasses()
            .that(describe("come after the lab", c -> MODULES.indexOf(module(c)) > 0))
            .and()
            .resideOutsideOfPackage("netlab.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("netlab.intent..", "netlab.draft..", "netlab.compile.."));
  }

  @Test
  void theLabKnowsNothingOfHowItWasMade() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("netlab.lab..", "netlab.net..", "netlab.diag..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "netlab.source..",
                "netlab.intent..",
                "netlab.draft..",
                "netlab.compile..",
                "netlab.protocol.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("netlab.(*)..").should().beFreeOfCycles());
    check(
        slices()
            .matching("netlab.protocol.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true));
  }

  @Test
  void onlyTheShellStartsPrograms() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("netlab.exec")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class));
    check(noClasses().should().accessTargetWhere(target(Runtime.class, "exec")));
  }

  @Test
  void onlyTheRendererKnowsFreeMarker() {
    onlyIn("netlab.render", "freemarker..");
  }

  @Test
  void onlyTheCommandKnowsPicocli() {
    onlyIn("netlab.cli", "picocli..");
  }

  @Test
  void onlyTheTransportsKnowSsh() {
    onlyIn("netlab.transport..", "net.schmizz..", "org.bouncycastle..", "com.hierynomus..");
  }

  /** An expression comes with a stranger's lab: it computes, and can do nothing else. */
  @Test
  void expressionsReachNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage("netlab.expr")
            .should()
            .dependOnClassesThat(
                describe("are neither data nor the place of a mistake", c -> !isData(c))));
  }

  private static boolean isData(JavaClass type) {
    String in = type.getPackageName();
    return in.isEmpty() // arrays of primitives
        || in.matches("netlab\\.(expr|diag)|com\\.google\\.(re2j|gson)|org\\.jspecify\\..*")
        || in.matches("java\\.(math|util|util\\.(function|stream|concurrent|regex))")
        || (in.equals("java.lang") && !List.of("Class", "Thread").contains(type.getSimpleName()))
        || in.matches("java\\.lang\\.(invoke|runtime|annotation)")
        || type.getName().equals("java.io.Serializable");
  }

  @Test
  void onlyOutWritesToTheStreamsOfTheProcess() {
    check(noClasses().should().accessTargetWhere(target(System.class, "out", "err")));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("netlab.cli.Session")
            .should()
            .accessTargetWhere(target(FileDescriptor.class, "out", "err")));
    check(
        noClasses()
            .should()
            .callMethod(Throwable.class, "printStackTrace")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace", PrintStream.class));
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("netlab.cli.CrashLog")
            .should()
            .callMethod(Throwable.class, "printStackTrace", PrintWriter.class));
  }

  @Test
  void onlyMainEndsTheProcess() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("netlab.cli.Main")
            .should()
            .accessTargetWhere(target(System.class, "exit"))
            .orShould()
            .accessTargetWhere(target(Runtime.class, "exit", "halt")));
  }

  @Test
  void nobodySleepsButPollAndFanout() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("netlab.exec.Poll")
            .and()
            .doNotHaveFullyQualifiedName("netlab.exec.Fanout")
            .should()
            .accessTargetWhere(target(Thread.class, "sleep"))
            .orShould()
            .accessTargetWhere(target(TimeUnit.class, "sleep"))
            .orShould()
            .accessTargetWhere(target(LockSupport.class, "parkNanos", "parkUntil")));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameStartingWith("Abstract"));
  }

  /** FreeMarker shows public types only: a record of any other kind looks empty to a template. */
  @Test
  void whatTemplatesCanReachIsPublic() {
    Set<JavaClass> reached = new LinkedHashSet<>();
    OURS.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Column.class))
        .forEach(column -> reach(column.getType().getAllInvolvedRawTypes(), reached));
    reach(Set.of(OURS.get(Lab.class)), reached);
    assertThat(reached).extracting(JavaClass::getSimpleName).contains("Node", "Link", "Interface");
    assertThat(reached)
        .allSatisfy(type -> assertThat(type.getModifiers()).as(type.getName()).contains(PUBLIC));
  }

  private static void reach(Set<JavaClass> types, Set<JavaClass> reached) {
    for (JavaClass type : types) {
      if (isOurs(type) && reached.add(type) && type.isRecord()) {
        type.getFields().forEach(f -> reach(f.getType().getAllInvolvedRawTypes(), reached));
      }
    }
  }

  @Test
  void nothingStaticChanges() {
    for (JavaClass type : OURS) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(STATIC) && !field.getModifiers().contains(SYNTHETIC)) {
          assertThat(field.getModifiers()).as(field.getFullName()).contains(FINAL);
        }
      }
    }
  }

  @Test
  void theModelDoesNotLog() {
    check(
        noClasses()
            .that(describe("are in topology-model", c -> module(c).equals("topology-model")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging.."));
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(OURS.stream().map(JavaClass::getPackage).distinct())
        .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
  }

  private static void onlyIn(String room, String... libraries) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(room)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries));
  }

  private static void check(ArchRule rule) {
    rule.check(OURS);
  }

  private static DescribedPredicate<JavaAccess<?>> target(Class<?> owner, String... names) {
    return describe(
        "to " + owner.getSimpleName() + Arrays.toString(names),
        access -> {
          AccessTarget to = access.getTarget();
          return to.getOwner().isEquivalentTo(owner) && List.of(names).contains(to.getName());
        });
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith("netlab.");
  }

  private static String module(JavaClass type) {
    String from = type.getSource().map(s -> s.getUri().toString()).orElse("");
    Matcher module = MODULE.matcher(from);
    return module.find() ? module.group(1) : "unknown: " + from;
  }
}
