package netlab.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Result;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.schema.Value;

/**
 * How an interface sends worse than a wire would: what the kernel's netem is told (tc-netem(8)).
 *
 * @param parameters numbers by the names of the lab language: {@code delay} and {@code jitter} in
 *     milliseconds, {@code rate} in kbit/s, the others in packets of a hundred
 */
public record Impairment(SequencedMap<String, String> parameters) {
  /** The parameters there are, in the order of the manual. */
  public static final List<String> NAMES =
      List.of("delay", "jitter", "loss", "corrupt", "duplicate", "reorder", "rate");

  /** As a wire is. */
  public static final Impairment NONE = new Impairment(new LinkedHashMap<>());

  /** Arguments of {@code tc} that work on every kernel with netem. */
  public static final List<String> PROBE =
      List.of("qdisc", "add", "dev", "lo", "root", "netem", "delay", "1ms");

  /** How to get what {@link #isUnknown} means. */
  public static final String LOAD = "modprobe sch_netem";

  /** What lets no packet through; unlike netem every kernel has it. */
  private static final String NOTHING = "blackhole";

  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(us|ms|s)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Map<String, String> UNITS = Map.of("s", "s", "us", "us");

  private static final Map<String, Field> SHOWN =
      Map.of(
          "delay", new Field("delay", "delay", 1000),
          "jitter", new Field("delay", "jitter", 1000),
          "loss", new Field("loss-random", "loss", 100),
          "corrupt", new Field("corrupt", "corrupt", 100),
          "duplicate", new Field("duplicate", "duplicate", 100),
          "reorder", new Field("reorder", "reorder", 100),
          "rate", new Field("rate", "rate", 0.008));

  public Impairment {
    parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
  }

  /** The parameters that a source of values has, in the order of {@link #NAMES}. */
  public static Impairment of(Function<String, Optional<String>> source) {
    SequencedMap<String, String> found = new LinkedHashMap<>();
    for (String name : NAMES) {
      source.apply(name).ifPresent(value -> found.put(name, value));
    }
    return new Impairment(found);
  }

  /** What the public model says of an interface; none when it says nothing. */
  public static Impairment ofInterface(JsonObject itf) {
    return itf.get("tc") instanceof JsonObject tc
        ? of(name -> Optional.ofNullable(tc.get(name)).map(JsonElement::getAsString))
        : NONE;
  }

  /** What a lab file wants of the ends of wires, in the order of the lab. */
  public static SequencedMap<IfId, Impairment> wanted(Lab lab) {
    SequencedMap<IfId, Impairment> all = new LinkedHashMap<>();
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        Value.Fields wanted = port.attributes().fieldsAt("tc");
        if (!port.virtual() && !wanted.isEmpty()) {
          all.put(port.id(), of(wanted::textAt));
        }
      }
    }
    return all;
  }

  /** True when nothing is said. */
  public boolean isNone() {
    return parameters.isEmpty();
  }

  /** What is wrong with it, for people; empty when netem takes it. */
  public Optional<String> problem() {
    for (Map.Entry<String, String> one : parameters.entrySet()) {
      String value = one.getValue();
      boolean time = one.getKey().equals("delay") || one.getKey().equals("jitter");
      if (time && !TIME.matcher(value).matches()) {
        return Optional.of(
            "`%s` is no time for %s; write milliseconds, `12ms` or `1.5s`"
                .formatted(value, one.getKey()));
      }
      if (!time && !NUMBER.matcher(value).matches()) {
        return Optional.of("`%s` is no number for %s".formatted(value, one.getKey()));
      }
      boolean share = !time && !one.getKey().equals("rate");
      if (share && Double.parseDouble(value) > 100) {
        return Optional.of(
            "%s %s: of a hundred packets at most 100".formatted(one.getKey(), value));
      }
    }
    return parameters.containsKey("reorder") && !parameters.containsKey("delay")
        ? Optional.of("packets can change their order only where there is a delay, too")
        : Optional.empty();
  }

  /** The arguments of {@code tc} that make an interface so, whatever it was before. */
  public List<String> set(String port) {
    List<String> words = new ArrayList<>(List.of("qdisc", "replace", "dev", port, "root"));
    if (losesAll()) {
      words.add(NOTHING);
      return words;
    }
    words.add("netem");
    if (parameters.containsKey("delay") || parameters.containsKey("jitter")) {
      words.addAll(List.of("delay", time(parameters.getOrDefault("delay", "0"))));
      if (parameters.containsKey("jitter")) {
        words.add(time(parameters.getOrDefault("jitter", "0")));
      }
    }
    for (String name : List.of("loss", "corrupt", "duplicate", "reorder")) {
      if (parameters.containsKey(name)) {
        words.addAll(List.of(name, parameters.get(name) + "%"));
      }
    }
    if (parameters.containsKey("rate")) {
      words.addAll(List.of("rate", parameters.get("rate") + "kbit"));
    }
    return words;
  }

  private boolean losesAll() {
    return Optional.ofNullable(parameters.get("loss"))
        .filter(share -> Double.parseDouble(share) >= 100)
        .isPresent();
  }

  /** The arguments of {@code tc} that make an interface as good as it was. */
  public static List<String> clear(String port) {
    return List.of("qdisc", "delete", "dev", port, "root");
  }

  /** True when {@code tc} failed because there was nothing to clear. */
  public static boolean isClear(Result result) {
    return result.err().contains("qdisc with handle of zero")
        || result.err().contains("Invalid handle");
  }

  /** True when {@code tc} failed because this kernel has no netem. */
  public static boolean isUnknown(Result result) {
    return result.err().contains("qdisc kind is unknown");
  }

  /** How an interface is, read from what {@code tc -j qdisc show} says of it. */
  public static Impairment shown(String json) {
    JsonElement all;
    try {
      all = JsonParser.parseString(json);
    } catch (JsonParseException e) {
      return NONE;
    }
    if (all instanceof JsonArray list) {
      for (JsonElement element : list) {
        if (element instanceof JsonObject discipline
            && discipline.get("kind") instanceof JsonPrimitive kind) {
          if (kind.getAsString().equals(NOTHING)) {
            return of(name -> Optional.of("100").filter(share -> name.equals("loss")));
          }
          if (kind.getAsString().equals("netem")
              && discipline.get("options") instanceof JsonObject told) {
            return of(
                name -> Optional.ofNullable(SHOWN.get(name)).flatMap(field -> field.in(told)));
          }
        }
      }
    }
    return NONE;
  }

  /**
   * Where {@code tc} shows a parameter.
   *
   * @param factor from its unit (seconds, shares, bytes in a second) to that of the lab language
   */
  private record Field(String group, String name, double factor) {
    Optional<String> in(JsonObject told) {
      if (told.get(group) instanceof JsonObject values && values.has(name)) {
        BigDecimal value =
            BigDecimal.valueOf(values.get(name).getAsDouble() * factor)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return value.signum() == 0 ? Optional.empty() : Optional.of(value.toPlainString());
      }
      return Optional.empty();
    }
  }

  /** With parameters of another impairment beside or in place of its own. */
  public Impairment over(Impairment other) {
    return of(name ->
        Optional.ofNullable(parameters.get(name))
            .or(() -> Optional.ofNullable(other.parameters.get(name))));
  }

  /** {@code delay 10 loss 5}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    parameters.forEach((name, value) -> words.add(name + " " + value));
    return String.join(" ", words);
  }

  private static String time(String value) {
    Matcher parts = TIME.matcher(value);
    return parts.matches() && parts.group(2) != null
        ? parts.group(1) + UNITS.getOrDefault(parts.group(2), "ms")
        : value + "ms";
  }
}
