package netlab.expr;

import java.util.Map;
import java.util.Optional;

/**
 * What differs between the expressions of templates (Jinja2) and those of tests (Python). All else
 * is the same in both.
 *
 * <table>
 * <caption>The differences</caption>
 * <tr><th></th><th>Jinja2</th><th>Python</th></tr>
 * <tr><td>{@code |}</td><td>filter</td><td>union; also {@code & ^ << >>}</td></tr>
 * <tr><td>{@code is}</td><td>test</td><td>the same: {@code is None}</td></tr>
 * <tr><td>{@code ~}</td><td>joins texts</td><td>nothing</td></tr>
 * <tr><td>{@code true none}</td><td>as with a capital letter</td><td>names</td></tr>
 * <tr><td>{@code a.0}</td><td>item</td><td>nothing</td></tr>
 * <tr><td>{@code a if b}</td><td>empty otherwise</td><td>needs {@code else}</td></tr>
 * <tr><td>what is not there</td><td>a value to be tested</td><td>a mistake</td></tr>
 * </table>
 *
 * @param names what is there without anybody setting it: functions and modules
 * @param template what only templates have
 */
public record Language(Map<String, Object> names, Optional<Template> template) {
  public Language {
    names = Map.copyOf(names);
  }

  /** What stands behind {@code |} and {@code is}; the value before it is the first argument. */
  public interface Template {
    Function filter(String name);

    Function test(String name);
  }
}
