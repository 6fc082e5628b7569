package netlab.plugin.tunnel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Keys of WireGuard: Curve25519 (RFC 7748) in base 64. */
final class Keys {
  private static final int OCTETS = 32;

  /** The base point of the curve (RFC 7748, section 4.1). */
  private static final BigInteger BASE = BigInteger.valueOf(9);

  private Keys() {}

  /**
   * The private key that belongs to a text. It is always the same, so that a lab which is compiled
   * again keeps its tunnels; who knows the lab file knows the key.
   */
  static String derived(String text) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest(("wireguard " + text).getBytes(StandardCharsets.UTF_8));
      key[0] &= (byte) 0xf8; // RFC 7748, section 5: decodeScalar25519
      key[OCTETS - 1] &= 0x7f;
      key[OCTETS - 1] |= 0x40;
      return Base64.getEncoder().encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }

  /** The public key of a private one; empty when that is no key. */
  static Optional<String> publicKey(String privateKey) {
    try {
      byte[] scalar = Base64.getDecoder().decode(privateKey);
      if (scalar.length != OCTETS) {
        return Optional.empty();
      }
      KeyFactory factory = KeyFactory.getInstance("X25519");
      PrivateKey own =
          factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
      PublicKey base =
          factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE));
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(own);
      agreement.doPhase(base, true);
      return Optional.of(Base64.getEncoder().encodeToString(agreement.generateSecret()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
