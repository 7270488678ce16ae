package io.secplat.api.auth.oidc;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the provider says about itself.
 *
 * @param secretInBody whether it wants the client's secret in the form, since it takes no other way
 */
record Discovery(String issuer, URI authorization, URI token, URI keys, boolean secretInBody) {

    /** Reads its configuration document; IllegalArgumentException when something is missing or no URL. */
    static Discovery of(JsonObject document) {
        return new Discovery(
                text(document, "issuer"),
                url(document, "authorization_endpoint"),
                url(document, "token_endpoint"),
                url(document, "jwks_uri"),
                secretInBody(document));
    }

    private static boolean secretInBody(JsonObject document) {
        List<String> ways = document.get("token_endpoint_auth_methods_supported") instanceof JsonArray array
                ? array.getValuesAs(value -> value instanceof JsonString string ? string.getString() : "")
                : List.of("client_secret_basic");
        return !ways.contains("client_secret_basic") && ways.contains("client_secret_post");
    }

    private static URI url(JsonObject document, String name) {
        URI url = URI.create(text(document, name));
        if (url.getHost() == null) {
            throw new IllegalArgumentException(name + " is no URL");
        }
        return url;
    }

    private static String text(JsonObject document, String name) {
        return Optional.ofNullable(document.get(name))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
