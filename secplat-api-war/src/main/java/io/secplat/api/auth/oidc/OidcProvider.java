package io.secplat.api.auth.oidc;

import io.secplat.api.auth.IdentityProvider;
import io.secplat.api.auth.OidcAttempt;
import io.secplat.api.auth.OidcRefusal.Reason;
import io.secplat.api.auth.OidcSettings;
import io.secplat.api.auth.ProvenIdentity;
import io.secplat.contracts.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OpenID provider; what it says about itself is asked again after ten minutes, its keys with each sign-in. */
public final class OidcProvider implements IdentityProvider {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Known(Discovery discovery, Instant until) {}

    private final OidcSettings settings;
    private final ProviderHttp http;
    private final Clock clock;
    private volatile @Nullable Known known;

    public OidcProvider(OidcSettings settings, ProviderHttp http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public URI authorization(OidcAttempt attempt) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.redirect().toString());
        query.put("scope", settings.scopes());
        query.put("state", attempt.state());
        query.put("nonce", attempt.nonce());
        query.put("code_challenge", attempt.challenge());
        query.put("code_challenge_method", "S256");
        URI endpoint = discovery().authorization();
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + encoded(query));
    }

    @Override
    public ProvenIdentity redeem(String code, OidcAttempt attempt) {
        Discovery discovery = discovery();
        JsonObject tokens = exchange(discovery, code, attempt);
        String idToken = Optional.ofNullable(tokens.get("id_token"))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .orElseThrow(Reason.NO_ID_TOKEN::refusal);
        try {
            return new IdTokens(discovery.issuer(), settings.clientId(), clock)
                    .verify(idToken, http.get(discovery.keys()), attempt.nonce());
        } catch (IOException e) {
            throw Reason.INVALID_ID_TOKEN.refusal();
        }
    }

    private JsonObject exchange(Discovery discovery, String code, OidcAttempt attempt) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", settings.redirect().toString());
        form.put("code_verifier", attempt.verifier());
        if (discovery.secretInBody()) {
            form.put("client_id", settings.clientId());
            form.put("client_secret", settings.clientSecret());
        }
        try {
            Optional<String> basic = discovery.secretInBody() ? Optional.empty() : Optional.of(basic());
            return object(http.post(discovery.token(), encoded(form), basic));
        } catch (IOException | JsonException e) {
            throw Reason.TOKEN_EXCHANGE_FAILED.refusal();
        }
    }

    private Discovery discovery() {
        Known current = known;
        if (current == null || !clock.instant().isBefore(current.until())) {
            current = new Known(discover(), clock.instant().plus(KEPT));
            known = current;
        }
        return current.discovery();
    }

    /** The issuer must call itself what we call it, or a token of one could pass for another's. */
    private Discovery discover() {
        String issuer = settings.issuer().toString();
        try {
            URI document = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
            Discovery discovery = Discovery.of(object(http.get(document)));
            if (discovery.issuer().equals(issuer)) {
                return discovery;
            }
            throw Reason.DISCOVERY_FAILED.refusal();
        } catch (IOException | JsonException | IllegalArgumentException e) {
            throw Reason.DISCOVERY_FAILED.refusal();
        }
    }

    /** Name and secret are encoded as in a form first (RFC 6749, 2.3.1). */
    private String basic() {
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
