package io.secplat.api.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.secplat.api.auth.User;
import io.secplat.api.postgres.MovingClock;
import io.secplat.api.request.AccessRole;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @TempDir
    Path folder;

    @Test
    void a_token_has_the_claims_of_the_contract_and_a_good_signature() throws Exception {
        KeyPair pair = pair(2048);
        SigningKey key = SigningKey.read(Optional.of(pem(pair).toString()));
        MovingClock clock = new MovingClock();
        JwtAccessTokens tokens =
                new JwtAccessTokens(() -> key, "secplat", Duration.ofMinutes(15), clock, UUID::randomUUID);
        SignedJWT token =
                SignedJWT.parse(tokens.issue(new User("mira", AccessRole.ANALYST, null, false), UUID.randomUUID()));
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
    void a_missing_key_names_the_setting() {
        assertThatThrownBy(() -> SigningKey.read(Optional.empty())).hasMessageContaining("JWT_PRIVATE_KEY_FILE");
        assertThatThrownBy(
                        () -> SigningKey.read(Optional.of(folder.resolve("none").toString())))
                .hasMessageContaining("JWT_PRIVATE_KEY_FILE");
    }

    @Test
    void a_weak_key_and_a_file_without_key_are_refused() throws Exception {
        Path weak = pem(pair(1024));
        assertThatThrownBy(() -> SigningKey.read(Optional.of(weak.toString()))).hasMessageContaining("2048");
        Path other = Files.writeString(folder.resolve("other.pem"), "hello");
        assertThatThrownBy(() -> SigningKey.read(Optional.of(other.toString()))).hasMessageContaining("PKCS#8");
    }

    private Path pem(KeyPair pair) throws Exception {
        String body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        return Files.writeString(
                folder.resolve("key" + pair.hashCode() + ".pem"),
                "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
    }

    private static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
