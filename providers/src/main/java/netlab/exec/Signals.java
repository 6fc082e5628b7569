package netlab.exec;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Signals that do something else for a while than end this process. They are caught, not ignored: a
 * child inherits what is ignored, and its own Ctrl-C would be dead.
 *
 * <p>By reflection, because {@code sun.misc.Signal} is the only way to do it and its use is a
 * warning that cannot be silenced. Where it is absent, signals keep their meaning.
 */
public final class Signals implements AutoCloseable {
  private final SequencedMap<String, Object> before = new LinkedHashMap<>();

  private Signals() {}

  /** Ctrl-C does nothing to this process while a child owns the terminal. */
  static Signals ofTerminal() {
    return caught(() -> {}, List.of("INT"));
  }

  /**
   * Ctrl-C and {@code kill} run this, each time, in a thread of the system: for work that must
   * start other programs to end in order, which a process that is being ended cannot.
   */
  public static Signals toStop(Runnable action) {
    return caught(action, List.of("INT", "TERM"));
  }

  private static Signals caught(Runnable action, List<String> names) {
    Signals signals = new Signals();
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object own =
          Proxy.newProxyInstance(
              Signals.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      for (String name : names) {
        signals.before.put(name, handle(name, own));
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Then the signals that are not caught end the process.
    }
    return signals;
  }

  /** Gives the signals back their meaning of before. */
  @Override
  public void close() {
    before.forEach((name, handler) -> {
      try {
        handle(name, handler);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("SIG" + name + " could not be given back", e);
      }
    });
  }

  private static Object handle(String name, Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object one = signal.getConstructor(String.class).newInstance(name);
    return signal.getMethod("handle", signal, handlerType).invoke(null, one, handler);
  }
}
