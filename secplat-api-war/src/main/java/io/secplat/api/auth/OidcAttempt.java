package io.secplat.api.auth;

import io.secplat.runtime.SecretSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One try to sign in through a provider. Its secrets live in a cookie of the browser that began it, so that no other browser
 * can finish it and the server keeps nothing.
 *
 * @param state comes back with the answer and shows that this browser asked
 * @param nonce stands in the ID token and shows that it was made for this try
 * @param verifier shows the provider that who redeems the code is who began (PKCE)
 */
public record OidcAttempt(String state, String nonce, String verifier) {

    private static final int LENGTH = 43;
    private static final Pattern COOKIE = Pattern.compile("([A-Za-z0-9]{43})\\.([A-Za-z0-9]{43})\\.([A-Za-z0-9]{43})");

    static OidcAttempt begin(SecretSource secrets) {
        return new OidcAttempt(secrets.next(LENGTH), secrets.next(LENGTH), secrets.next(LENGTH));
    }

    /** The try that a cookie remembers; empty for anything else. */
    static Optional<OidcAttempt> of(String cookie) {
        return Optional.of(COOKIE.matcher(cookie))
                .filter(java.util.regex.Matcher::matches)
                .map(match -> new OidcAttempt(match.group(1), match.group(2), match.group(3)));
    }

    String cookie() {
        return String.join(".", state, nonce, verifier);
    }

    boolean hasState(String given) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** The S256 challenge of the verifier. */
    public String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Never shows the secrets. */
    @Override
    public String toString() {
        return "OidcAttempt";
    }
}
