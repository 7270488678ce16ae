package io.secplat.api.auth.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.secplat.api.auth.OidcRefusal.Reason;
import io.secplat.api.auth.ProvenIdentity;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies ID tokens: signature by a key of the provider, issuer, audience, expiry, and that it was made for this try. */
record IdTokens(String issuer, String clientId, Clock clock) {

    private static final int SECONDS_OF_SKEW = 60;
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "nonce");

    /** Public key algorithms only: who verifies must not be able to sign. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384);

    /** @param keys the provider's JSON Web Key Set */
    ProvenIdentity verify(String token, String keys, String nonce) {
        try {
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))));
            processor.setJWTClaimsSetVerifier(new Claims(this, nonce));
            JWTClaimsSet claims = processor.process(token, null);
            if (claims.getAudience().size() > 1 && !clientId.equals(claims.getStringClaim("azp"))) {
                throw Reason.INVALID_ID_TOKEN.refusal();
            }
            return identity(claims);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Reason.INVALID_ID_TOKEN.refusal();
        }
    }

    private static ProvenIdentity identity(JWTClaimsSet claims) {
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        return new ProvenIdentity(
                claims.getIssuer(),
                claims.getSubject(),
                text(claims, "preferred_username"),
                text(claims, "email").filter(email -> verified));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(IdTokens tokens, String nonce) {
            super(
                    tokens.clientId(),
                    new JWTClaimsSet.Builder()
                            .issuer(tokens.issuer())
                            .claim("nonce", nonce)
                            .build(),
                    REQUIRED);
            this.clock = tokens.clock();
            setMaxClockSkew(SECONDS_OF_SKEW);
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
