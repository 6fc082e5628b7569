package netlab.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import netlab.expect.Observation;

/** What a row must tell, and what is said of one that tells something else. */
final class Wishes {
  /** One thing: its name, what must be told, what a row tells. */
  private record Wish(
      String name,
      String wanted,
      Function<Observation, Optional<String>> told,
      Predicate<String> holds) {
    boolean holds(Observation row) {
      return told.apply(row).filter(holds).isPresent();
    }

    String missed(Observation row) {
      return told.apply(row)
          .map(text -> name + " " + text + ", not " + wanted)
          .orElse("no " + name + " (wanted: " + wanted + ")");
    }
  }

  private final List<Wish> all = new ArrayList<>();

  /** A field must have this text, if one is given. */
  Wishes equal(String name, String field, Optional<String> wanted) {
    return equal(name, row -> Judgement.field(row, field), wanted);
  }

  Wishes equal(String name, Function<Observation, Optional<String>> told, Optional<String> wanted) {
    wanted.ifPresent(text -> all.add(new Wish(name, text, told, text::equalsIgnoreCase)));
    return this;
  }

  /** A field must have this among its words. */
  Wishes hold(String name, String word, String field) {
    return hold(name, word, field, text -> List.of(text.split("[ ,]+")).contains(word));
  }

  /** A field must have a text that does. */
  Wishes hold(String name, String wanted, String field, Predicate<String> holds) {
    all.add(new Wish(name, wanted, row -> Judgement.field(row, field), holds));
    return this;
  }

  boolean hold(Observation row) {
    return all.stream().allMatch(wish -> wish.holds(row));
  }

  /** What is wrong with the row that comes farthest: {@code cost 20, not 35}. */
  private String missed(List<Observation> rows) {
    return rows.stream()
        .max(
            Comparator.comparingLong(
                row -> all.stream().takeWhile(wish -> wish.holds(row)).count()))
        .map(row ->
            all.stream()
                .filter(wish -> !wish.holds(row))
                .map(wish -> wish.missed(row))
                .collect(Collectors.joining(" and ")))
        .orElse("");
  }

  /** What was asked for: {@code with cost 20}; nothing when nothing was. */
  String text() {
    return all.isEmpty()
        ? ""
        : " with "
            + String.join(" and ", all.stream().map(w -> w.name() + " " + w.wanted()).toList());
  }

  /**
   * Judges whether a router has a neighbor with all of this.
   *
   * @param wanted whether it must have it, or none of that name at all
   */
  Judgement judgeNeighbor(String id, List<Observation> rows, boolean wanted) {
    List<Observation> own = Judgement.about("peer", id, rows);
    if (!wanted && !own.isEmpty()) {
      return Judgement.bad(
          "there is a neighbor "
              + id
              + " in state "
              + Judgement.field(own.getFirst(), "state").orElse("unknown")
              + ", and must not be");
    }
    return judge("neighbor " + id, "there", own, wanted);
  }

  /**
   * Judges whether one of the rows has all of this.
   *
   * @param what of what the rows tell: a prefix, a neighbor
   * @param where what it is in, with a preposition: {@code among the OSPF routes}
   * @param wanted whether there must be one, or none
   */
  Judgement judge(String what, String where, List<Observation> rows, boolean wanted) {
    if (rows.isEmpty()) {
      return new Judgement(!wanted, what + " is not " + where);
    }
    if (rows.stream().anyMatch(this::hold)) {
      String found = what + " is " + where + text();
      return wanted ? Judgement.good(found) : Judgement.bad(found + ", and must not be");
    }
    return new Judgement(!wanted, what + " has " + missed(rows));
  }
}
