package netlab.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The short name that sets a lab apart on its host: five letters and digits, a letter first. It is
 * part of the names of namespaces, containers and interfaces (an interface has 15 characters).
 */
public record LabId(String text) {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String BASE32 = LETTERS + "234567";
  private static final Pattern FORM = Pattern.compile("[a-z][a-z2-7]{4}");

  public LabId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a lab id: " + text);
    }
  }

  /** The id of the lab of this name in this folder: always the same for the same two. */
  public static LabId of(LabFolder folder, String topology) {
    return of(folder.root(), topology);
  }

  static LabId of(Path folder, String topology) {
    byte[] hash = Sha256.of((folder + "\0" + topology).getBytes(StandardCharsets.UTF_8));
    StringBuilder id = new StringBuilder();
    id.append(LETTERS.charAt((hash[0] & 0xff) % LETTERS.length()));
    for (int i = 1; i < 5; i++) {
      id.append(BASE32.charAt(hash[i] & 0x1f));
    }
    return new LabId(id.toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
