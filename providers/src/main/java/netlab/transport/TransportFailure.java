package netlab.transport;

import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;

/** Why a command got no reply. */
public sealed interface TransportFailure {
  /** The kind of failure for the user. */
  Code code();

  /** What happened, in lower case without a full stop. */
  String message();

  /** What to do about it. */
  String hint();

  /** Reports this failure of a node to the user. */
  default void report(String node, Diagnostics diag) {
    diag.report(
        Severity.ERROR,
        code(),
        Span.NONE,
        "node `" + node + "`: " + message(),
        Optional.of(hint()),
        List.of());
  }

  /**
   * Nobody there: no such address, no such container, nothing listens, or what listens does not
   * speak the protocol yet.
   *
   * @param place what was tried: {@code 172.20.20.2 port 22}
   */
  record Unreachable(String place, String reason, String hint) implements TransportFailure {
    @Override
    public Code code() {
      return Code.NODE_UNREACHABLE;
    }

    @Override
    public String message() {
      return "cannot reach " + place + ": " + reason;
    }
  }

  /** The node does not take the user, password or key. */
  record AuthenticationFailed(String place, String user, String reason)
      implements TransportFailure {
    @Override
    public Code code() {
      return Code.LOGIN_REFUSED;
    }

    @Override
    public String message() {
      return place + " refuses the user `" + user + "`: " + reason;
    }

    @Override
    public String hint() {
      return "check `ansible_user` and `ansible_ssh_pass` of the node, or `connect` of its device; a"
          + " device may need a minute after its start before it knows its users";
    }
  }

  /**
   * The node has another host key than before: it was made anew, or another machine answers at its
   * address.
   *
   * @param known where the key of before is: {@code .netlab/known_hosts:3}
   */
  record HostKeyChanged(String place, String before, String now, String known)
      implements TransportFailure {
    @Override
    public Code code() {
      return Code.HOST_KEY_CHANGED;
    }

    @Override
    public String message() {
      return "the host key of " + place + " is " + now + ", it was " + before;
    }

    @Override
    public String hint() {
      return "when the node was made anew, remove its line (" + known + ") and try again";
    }
  }

  /** No reply in time. */
  record Timeout(String place, String what) implements TransportFailure {
    @Override
    public Code code() {
      return Code.NODE_TIMEOUT;
    }

    @Override
    public String message() {
      return place + " gave no answer in time to " + what;
    }

    @Override
    public String hint() {
      return "the node or this machine may be overloaded; try again, or allow more time";
    }
  }

  /** The node is there and cannot run the command at all. */
  record CommandFailed(String place, String command, String reason) implements TransportFailure {
    @Override
    public Code code() {
      return Code.COMMAND_REFUSED;
    }

    @Override
    public String message() {
      return place + " cannot run `" + command + "`: " + reason;
    }

    @Override
    public String hint() {
      return "check that the node's device and image are what the lab says";
    }
  }

  /** The connection ended before the reply did. */
  record Closed(String place, String reason) implements TransportFailure {
    @Override
    public Code code() {
      return Code.CONNECTION_LOST;
    }

    @Override
    public String message() {
      return place + " closed the connection: " + reason;
    }

    @Override
    public String hint() {
      return "the node may have restarted; look at its log (`netlab status`), then try again";
    }
  }
}
