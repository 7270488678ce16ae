package io.secplat.api.auth;

import io.secplat.runtime.setting.KnownSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How to speak to the OpenID provider.
 *
 * @param issuer exactly as the provider writes it in its tokens
 * @param redirect where the provider sends browsers back to
 * @param trusted a PEM file of certificates to trust instead of those that the Java runtime trusts
 */
public record OidcSettings(
        URI issuer, String clientId, String clientSecret, String scopes, URI redirect, Optional<String> trusted) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Reads the values of the settings; an IllegalStateException names the one that is missing or wrong. */
    @FunctionalInterface
    public interface Source {
        Optional<String> get(String name);

        private String required(String name) {
            return given(name)
                    .orElseThrow(() -> new IllegalStateException(name
                            + " is not set; OIDC_ISSUER turns sign-in through a provider on, and it needs " + name));
        }

        private Optional<String> given(String name) {
            return get(name).map(String::strip).filter(text -> !text.isEmpty());
        }
    }

    /** Empty without OIDC_ISSUER. */
    public static Optional<OidcSettings> read(Source source) {
        return source.given("OIDC_ISSUER")
                .map(issuer -> new OidcSettings(
                        issuer(issuer),
                        source.required("OIDC_CLIENT_ID"),
                        source.required("OIDC_CLIENT_SECRET"),
                        source.given("OIDC_SCOPES").orElseGet(() -> KnownSettings.usual("OIDC_SCOPES")),
                        redirect(source),
                        source.given("OIDC_CA_FILE")));
    }

    private static URI redirect(Source source) {
        String own = source.given("OIDC_REDIRECT_URI")
                .orElseGet(() -> source.required("FRONTEND_URL").replaceAll("/+$", "") + "/api/auth/oidc/callback");
        return url("OIDC_REDIRECT_URI", own);
    }

    /** Who could change the provider's answers could be anybody, so they come encrypted or from this machine. */
    private static URI issuer(String text) {
        URI issuer = url("OIDC_ISSUER", text);
        if (!"https".equals(issuer.getScheme()) && !LOOPBACK.contains(issuer.getHost())) {
            throw new IllegalStateException("OIDC_ISSUER must begin with https://");
        }
        return issuer;
    }

    private static URI url(String setting, String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(setting + " is no URL", e);
        }
        throw new IllegalStateException(setting + " is no http or https URL");
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
