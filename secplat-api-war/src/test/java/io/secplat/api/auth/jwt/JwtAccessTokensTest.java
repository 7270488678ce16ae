package io.secplat.api.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.secplat.api.auth.Bearer;
import io.secplat.api.auth.User;
import io.secplat.api.request.AccessRole;
import io.secplat.runtime.MovingClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JwtAccessTokensTest {

    private static final User MIRA = new User("mira", AccessRole.ANALYST, null, false);
    private static final Duration UNTIL_READ_AGAIN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock();

    @Test
    void a_token_has_the_claims_of_the_contract_and_a_good_signature() throws Exception {
        KeyPair pair = pair(2048);
        SignedJWT token = SignedJWT.parse(tokens(ring(signing(pair))).issue(MIRA, UUID.randomUUID()));
        assertThat(token.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("mira");
        assertThat(claims.getStringClaim("upn")).isEqualTo("mira");
        assertThat(claims.getStringListClaim("groups")).containsExactly("analyst");
        assertThat(claims.getStringClaim("role")).isEqualTo("analyst");
        assertThat(claims.getIssuer()).isEqualTo("secplat");
        assertThat(claims.getAudience()).isEqualTo(List.of("secplat"));
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void after_an_exchange_of_keys_the_old_tokens_are_good_as_long_as_the_old_key_is_accepted() throws Exception {
        KeyPair old = pair(2048);
        KeyPair next = pair(2048);
        Path file = signing(old);
        KeyRing ring = ring(file);
        String before = tokens(ring).issue(MIRA, UUID.randomUUID());
        accept("old.pem", old);
        accept("next.pem", next);
        signing(next);
        clock.advance(UNTIL_READ_AGAIN);
        String after = tokens(ring).issue(MIRA, UUID.randomUUID());
        assertThat(kid(after)).isNotEqualTo(kid(before));
        assertThat(read(ring, before)).isPresent();
        assertThat(read(ring, after)).isPresent();
        Files.delete(folder.resolve("accepted/old.pem"));
        clock.advance(UNTIL_READ_AGAIN);
        assertThat(read(ring, before)).isEmpty();
        assertThat(read(ring, after)).isPresent();
    }

    @Test
    void a_token_of_an_unknown_key_or_issuer_or_from_the_past_is_refused() throws Exception {
        KeyRing ring = ring(signing(pair(2048)));
        String good = tokens(ring).issue(MIRA, UUID.randomUUID());
        String foreign = new JwtAccessTokens(ring, "other", Duration.ofMinutes(15), clock, UUID::randomUUID)
                .issue(MIRA, UUID.randomUUID());
        assertThat(read(ring, good).map(Bearer::userName)).contains("mira");
        assertThat(read(ring, foreign)).isEmpty();
        assertThat(read(ring, good.substring(0, good.length() - 4) + "AAAA")).isEmpty();
        assertThat(read(ring, "nonsense")).isEmpty();
        signing(pair(2048));
        clock.advance(UNTIL_READ_AGAIN);
        assertThat(read(ring, good)).isEmpty();
        String fresh = tokens(ring).issue(MIRA, UUID.randomUUID());
        clock.advance(Duration.ofMinutes(16));
        assertThat(read(ring, fresh)).isEmpty();
    }

    @Test
    void files_that_are_half_written_leave_the_keys_as_they_were() throws Exception {
        KeyPair pair = pair(2048);
        Path file = signing(pair);
        KeyRing ring = ring(file);
        String kid = ring.signing().verification().kid();
        Files.writeString(file, "-----BEGIN PRIV");
        clock.advance(UNTIL_READ_AGAIN);
        assertThat(ring.signing().verification().kid()).isEqualTo(kid);
        signing(pair);
        Files.writeString(folder.resolve("accepted/half.pem"), "-----BEGIN PUB");
        clock.advance(UNTIL_READ_AGAIN);
        assertThat(ring.accepted().size()).isEqualTo(1);
    }

    @Test
    void the_set_of_keys_shows_no_private_part_and_reads_the_same_each_time() throws Exception {
        KeyPair other = pair(2048);
        KeyRing ring = ring(signing(pair(2048)));
        accept("other.pem", other);
        String set = ring.accepted().toString();
        assertThat(set).contains("\"kid\"").doesNotContain("\"d\":").doesNotContain("\"p\":");
        clock.advance(UNTIL_READ_AGAIN);
        assertThat(ring.accepted().toString()).isEqualTo(set);
    }

    @Test
    void a_missing_key_names_the_setting() {
        assertThatThrownBy(() -> SigningKey.read(Optional.empty())).hasMessageContaining("JWT_PRIVATE_KEY_FILE");
        assertThatThrownBy(
                        () -> SigningKey.read(Optional.of(folder.resolve("none").toString())))
                .hasMessageContaining("JWT_PRIVATE_KEY_FILE");
    }

    @Test
    void a_weak_key_and_a_file_without_key_are_refused() throws Exception {
        Path weak = signing(pair(1024));
        assertThatThrownBy(() -> SigningKey.read(Optional.of(weak.toString()))).hasMessageContaining("2048");
        Path other = Files.writeString(folder.resolve("other.pem"), "hello");
        assertThatThrownBy(() -> SigningKey.read(Optional.of(other.toString()))).hasMessageContaining("PKCS#8");
    }

    @Test
    void a_folder_of_keys_that_is_missing_or_holds_something_else_names_the_setting() throws Exception {
        Path file = signing(pair(2048));
        KeyRing missing = new KeyRing(
                Optional.of(file.toString()), Optional.of(folder.resolve("none").toString()), clock);
        assertThatThrownBy(missing::signing).hasMessageContaining("JWT_ACCEPTED_KEYS_DIR");
        KeyRing wrong = ring(file);
        Files.writeString(folder.resolve("accepted/note.txt"), "hello");
        assertThatThrownBy(wrong::signing)
                .hasMessageContaining("JWT_ACCEPTED_KEYS_DIR")
                .hasMessageContaining("note.txt");
    }

    private Optional<Bearer> read(KeyRing ring, String token) {
        return new JwtAccessTokenReader(ring, "secplat", clock).read(token, "web-7Qd2");
    }

    private JwtAccessTokens tokens(KeyRing ring) {
        return new JwtAccessTokens(ring, "secplat", Duration.ofMinutes(15), clock, UUID::randomUUID);
    }

    private KeyRing ring(Path signing) throws Exception {
        Path accepted = Files.createDirectories(folder.resolve("accepted"));
        return new KeyRing(Optional.of(signing.toString()), Optional.of(accepted.toString()), clock);
    }

    private Path signing(KeyPair pair) throws Exception {
        return write(folder.resolve("key.pem"), "PRIVATE", pair.getPrivate());
    }

    private void accept(String name, KeyPair pair) throws Exception {
        assertThat(write(folder.resolve("accepted").resolve(name), "PUBLIC", pair.getPublic()))
                .exists();
    }

    private static Path write(Path file, String half, Key key) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        return Files.writeString(
                file, "-----BEGIN " + half + " KEY-----\n" + body + "\n-----END " + half + " KEY-----\n");
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
