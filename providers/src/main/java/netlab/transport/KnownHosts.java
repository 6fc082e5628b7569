package netlab.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The host keys of a lab's nodes, in OpenSSH's format, so that {@code ssh -o UserKnownHostsFile}
 * reads them as well. The first key of a node is believed, as nobody could have announced it; from
 * then on another key is a failure.
 */
final class KnownHosts {
  /** A key that is not the one of before. */
  record Change(String before, String now, String line) {}

  private record Entry(int line, String host, String type, String base64) {}

  private final Path file;

  /** The keys in this file, which need not exist yet; its folder must. */
  KnownHosts(Path file) {
    this.file = file;
  }

  /**
   * Compares the key that a host shows with the one it showed before, or keeps it when it is the
   * first. A key of another type than before is a change too: a client asks for the known types.
   */
  synchronized Optional<Change> check(String host, int port, String type, byte[] key)
      throws IOException {
    String name = name(host, port);
    String base64 = Base64.getEncoder().encodeToString(key);
    List<Entry> known = entries().stream().filter(e -> e.host().equals(name)).toList();
    if (known.isEmpty()) {
      add(name + " " + type + " " + base64 + "\n");
      return Optional.empty();
    }
    if (known.stream().anyMatch(e -> e.base64().equals(base64))) {
      return Optional.empty();
    }
    Entry before =
        known.stream().filter(e -> e.type().equals(type)).findFirst().orElse(known.getFirst());
    return Optional.of(
        new Change(
            fingerprint(before.type(), Base64.getDecoder().decode(before.base64())),
            fingerprint(type, key),
            file + ":" + before.line()));
  }

  /** The types of the keys known for a host. */
  synchronized List<String> types(String host, int port) throws IOException {
    String name = name(host, port);
    return entries().stream().filter(e -> e.host().equals(name)).map(Entry::type).toList();
  }

  /** As OpenSSH prints it: {@code ssh-ed25519 SHA256:...}. */
  static String fingerprint(String type, byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return type + " SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(String host, int port) {
    return port == 22 ? host : "[" + host + "]:" + port;
  }

  private void add(String line) throws IOException {
    Files.writeString(
        file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : lines()) {
      number++;
      String[] parts = line.strip().split("\\s+");
      if (parts.length >= 3 && isBase64(parts[2])) {
        entries.add(new Entry(number, parts[0], parts[1], parts[2]));
      }
    }
    return entries;
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
