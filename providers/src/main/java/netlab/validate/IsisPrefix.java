package netlab.validate;

import java.util.List;
import netlab.expect.Observation;
import netlab.net.Prefix;

/** A route that IS-IS has calculated on a level: {@code isis_prefix('10.0.0.1/32', level='1')}. */
final class IsisPrefix implements TestFunction {
  @Override
  public String name() {
    return "isis_prefix";
  }

  @Override
  public List<String> parameters() {
    return List.of("pfx", "level?", "af?", "present?", "cost?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix = a.prefix("pfx");
    boolean present = a.flag("present", true);
    String level = a.text("level", "2").replaceFirst("^(?i:level-|l)", "");
    if (!List.of("1", "2").contains(level)) {
      throw new WrongArgument("`level` must be '1' or '2', not '" + a.text("level", "") + "'");
    }
    Wishes wishes = new Wishes().equal("cost", "cost", a.number("cost"));
    String where = "among the IS-IS routes of level " + level;
    return Inquiry.of(
            "prefixes.isis",
            rows ->
                wishes.judge(
                    prefix.toString(), where, PrefixRows.of(prefix, of(level, rows)), present))
        .with("level", level)
        .with(prefix.family())
        .with("prefix", prefix.toString());
  }

  /** Some devices tell the routes of both levels, and the level of each. */
  private static List<Observation> of(String level, List<Observation> rows) {
    return rows.stream()
        .filter(row -> Judgement.field(row, "level").filter(l -> !l.equals(level)).isEmpty())
        .toList();
  }
}
