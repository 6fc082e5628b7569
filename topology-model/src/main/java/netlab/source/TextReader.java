package netlab.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/** Reads text files and says why one cannot be read. */
final class TextReader {
  /** UTF-8 needs at most three bytes for a UTF-16 unit. */
  private static final int MAX_BYTES = 3 * Limits.TEXT;

  private final Diagnostics diagnostics;

  TextReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The text of a file, without a byte order mark.
   *
   * @param name the name to show
   * @param includedBy the place that names the file; diagnostics about the file itself point there
   */
  Optional<SourceFile> read(Path file, String name, Optional<Span> includedBy) {
    Span at = includedBy.orElse(new Span(new SourceFile(name, ""), 0, 0, 0, 0));
    if (Files.isDirectory(file)) {
      return fail(at, "`" + name + "` is a folder", "name the lab file in it");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return fail(at, "there is no file `" + name + "`", "check the name and the current folder");
    } catch (AccessDeniedException e) {
      return fail(at, "reading `" + name + "` is not permitted", "check who may read the file");
    } catch (IOException e) {
      return fail(at, "`" + name + "` cannot be read: " + e.getMessage(), "check the file");
    }
    return decode(bytes, name, includedBy)
        .filter(source -> {
          boolean fits = source.text().length() <= Limits.TEXT;
          if (!fits) {
            diagnostics.error(
                Code.TOO_COMPLEX,
                at,
                "`" + name + "` is larger than " + Limits.TEXT / 1_000_000 + " MB",
                "split the lab; `_include` joins files");
          }
          return fits;
        });
  }

  private Optional<SourceFile> decode(byte[] bytes, String name, Optional<Span> includedBy) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    String text = withoutMark(out.toString());
    if (!result.isError()) {
      return Optional.of(new SourceFile(name, text, includedBy));
    }
    int bad = bytes[in.position()] & 0xff;
    SourceFile shown = new SourceFile(name, text + '\ufffd', includedBy);
    Span at = new Positions(shown).span(text.length(), text.length() + 1);
    return fail(
        at,
        String.format("the file is not UTF-8: byte 0x%02X cannot stand here", bad),
        bad >= 0xfe && in.position() == 0
            ? "save it as UTF-8: it seems to be UTF-16"
            : "save it as UTF-8");
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private Optional<SourceFile> fail(Span at, String message, String hint) {
    diagnostics.error(Code.FILE_NOT_READABLE, at, message, hint);
    return Optional.empty();
  }
}
