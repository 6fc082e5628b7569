package netlab.exec;

import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Keeps Ctrl-C away from this process while a child owns the terminal. The signal is caught, not
 * ignored: a child inherits what is ignored, and its own Ctrl-C would be dead.
 *
 * <p>By reflection, because {@code sun.misc.Signal} is the only way to do it and its use is a
 * warning that cannot be silenced. Where it is absent, Ctrl-C ends both, which is harmless.
 */
final class TerminalInterrupt {
  private final Optional<Object> before;

  private TerminalInterrupt(Optional<Object> before) {
    this.before = before;
  }

  static TerminalInterrupt caught() {
    try {
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object nothing =
          Proxy.newProxyInstance(
              TerminalInterrupt.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> null);
      return new TerminalInterrupt(handle(nothing));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return new TerminalInterrupt(Optional.empty());
    }
  }

  /** Gives Ctrl-C back its meaning of before. */
  void giveBack() {
    before.ifPresent(handler -> {
      try {
        handle(handler);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("Ctrl-C could not be given back", e);
      }
    });
  }

  private static Optional<Object> handle(Object handler) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
    Object interrupt = signal.getConstructor(String.class).newInstance("INT");
    return Optional.ofNullable(
        signal.getMethod("handle", signal, handlerType).invoke(null, interrupt, handler));
  }
}
