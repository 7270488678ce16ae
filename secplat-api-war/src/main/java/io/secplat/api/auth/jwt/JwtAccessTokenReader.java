package io.secplat.api.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.secplat.api.auth.AccessTokenReader;
import io.secplat.api.auth.Bearer;
import io.secplat.api.request.AccessRole;
import io.secplat.api.request.Caller;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verifies tokens that come in a cookie or a body; those in a header are the container's to verify. */
public final class JwtAccessTokenReader implements AccessTokenReader {

    private static final Set<String> REQUIRED = Set.of("sub", "role", "iat", "exp", "jti", Bearer.FAMILY);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public JwtAccessTokenReader(KeyRing keys, String issuer, Clock clock) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256, (selector, context) -> selector.select(keys.accepted())));
        processor.setJWTClaimsSetVerifier(new Claims(issuer, clock));
    }

    @Override
    public Optional<Bearer> read(String token, String requestId) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Optional<AccessRole> role = AccessRole.of(claims.getStringClaim("role"));
            UUID family = UUID.fromString(claims.getStringClaim(Bearer.FAMILY));
            return role.map(known -> new Bearer(
                    new Caller(claims.getSubject(), known, requestId),
                    claims.getJWTID(),
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant(),
                    Optional.of(family)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Issuer, audience, required claims and expiry, by the given clock. */
    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(String issuer, Clock clock) {
            super(
                    JwtAccessTokens.AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    REQUIRED);
            this.clock = clock;
            setMaxClockSkew(0);
        }

        @Override
        protected @Nullable Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
