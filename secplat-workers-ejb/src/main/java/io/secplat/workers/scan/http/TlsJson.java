package io.secplat.workers.scan.http;

import io.secplat.contracts.json.JsonWriter;
import io.secplat.workers.scan.TlsSummary;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** The member {@code tls} of a job's summary. */
final class TlsJson {

    private TlsJson() {}

    static JsonObject of(TlsSummary tls) {
        return new JsonWriter()
                .put("grade", tls.grade())
                .put("grade_trust_ignored", tls.security())
                .put("score", tls.score())
                .put("complete", tls.complete())
                .put("protocols", tls.protocols())
                .put("suites", tls.suites())
                .put("key_exchanges", tls.keyExchanges())
                .put("server_preference", truth(tls))
                .putIfPresent("certificate", tls.certificate().map(TlsJson::of).orElse(null))
                .put("reasons", tls.reasons())
                .build();
    }

    private static JsonValue truth(TlsSummary tls) {
        return tls.ownPreference()
                .map(own -> own ? JsonValue.TRUE : JsonValue.FALSE)
                .orElse(JsonValue.NULL);
    }

    private static JsonObject of(TlsSummary.Certificate certificate) {
        return new JsonWriter()
                .put("subject", certificate.subject())
                .put("issuer", certificate.issuer())
                .put("names", certificate.names())
                .put("expires_at", certificate.expiresAt())
                .put("days_left", certificate.daysLeft())
                .put("key", certificate.key())
                .put("signatures", certificate.signatures())
                .put("trusted", certificate.distrust().isEmpty())
                .putIfPresent("distrust", certificate.distrust().orElse(null))
                .put("name_matches", certificate.named())
                .build();
    }
}
