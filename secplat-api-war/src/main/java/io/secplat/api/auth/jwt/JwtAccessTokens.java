package io.secplat.api.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.secplat.api.auth.AccessTokens;
import io.secplat.api.auth.Bearer;
import io.secplat.api.auth.User;
import io.secplat.runtime.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs access tokens with RS256; each names the key that signed it. */
public final class JwtAccessTokens implements AccessTokens {

    public static final String AUDIENCE = "secplat";

    private final KeyRing keys;
    private final String issuer;
    private final Duration life;
    private final Clock clock;
    private final IdSource ids;

    public JwtAccessTokens(KeyRing keys, String issuer, Duration life, Clock clock, IdSource ids) {
        this.keys = keys;
        this.issuer = issuer;
        this.life = life;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String issue(User user, UUID family) {
        SigningKey key = keys.signing();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.verification().kid())
                .build();
        SignedJWT token = new SignedJWT(header, claims(user, family));
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key cannot sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet claims(User user, UUID family) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(user.userName())
                .claim("upn", user.userName())
                .claim("groups", List.of(user.role().wire()))
                .claim("role", user.role().wire())
                .claim(Bearer.FAMILY, family.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(ids.next().toString())
                .build();
    }
}
