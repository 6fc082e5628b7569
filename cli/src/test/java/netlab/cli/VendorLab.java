package netlab.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.push.FakeDevice;

/**
 * A lab of a vendor's devices on a machine without any: containerlab and Docker say that all went
 * well, and behind the address and port of each node is a {@link FakeDevice}. All else is real: the
 * command, its steps, SSH, what is typed and what is read.
 *
 * @param folder the lab's folder, and the home of who runs it
 * @param host what was asked of containerlab and Docker
 */
record VendorLab(Path folder, FakeShell host) {
  /** A lab named `box` with these nodes, in a file in the folder. */
  static VendorLab of(Path folder, String text, String... nodes) throws IOException {
    Files.writeString(folder.resolve("lab.yml"), text);
    AtomicBoolean up = new AtomicBoolean();
    return new VendorLab(folder, new FakeShell(command -> answer(command, List.of(nodes), up)));
  }

  /** The attributes of a node behind which a fake is, each in a line. */
  static String at(FakeDevice fake) {
    return """
        mgmt.ipv4: %s
        ansible_port: %d
        ansible_ssh_pass: %s
    """
        .formatted(fake.address(), fake.port(), FakeDevice.PASSWORD);
  }

  private static Result answer(Command command, List<String> nodes, AtomicBoolean up) {
    String line = command.shown();
    if (line.contains("containerlab deploy")) {
      up.set(true);
    } else if (line.contains("containerlab destroy")) {
      up.set(false);
    } else if (line.startsWith("docker ps") && up.get()) {
      return Result.exited(0, nodes.stream().map(VendorLab::container).collect(joining("\n")), "");
    } else if (line.startsWith("docker network inspect") && !up.get()) {
      return Result.exited(1, "", "no such network");
    } else if (line.startsWith("ip -j link")) {
      return Result.exited(0, "[]", "");
    }
    return Result.exited(0, "", "");
  }

  private static String container(String node) {
    return "{\"name\":\"clab-box-%s\",\"state\":\"running\",\"status\":\"Up 9 seconds\",\"lab\":\"box\"}"
        .formatted(node);
  }

  /** Runs a command of netlab in the lab's folder. */
  Run run(String... args) {
    Console console = Console.in(folder, host);
    long began = System.nanoTime();
    int exit = console.run(args);
    return new Run(exit, console.out(), console.err(), (System.nanoTime() - began) / 1_000_000_000);
  }

  /** How a command ended, and after how many seconds. */
  record Run(int exit, String out, String err, long seconds) {
    String said() {
      return out + err;
    }
  }
}
