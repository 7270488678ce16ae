package io.secplat.api.audit;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a verification found. */
public record VerificationReport(
        AuditChain.Totals totals, Optional<Broken> broken, Optional<ChainHead> head, int anchorsChecked) {

    /**
     * The first thing that is wrong.
     *
     * @param id the row; null for one that is missing
     * @param seq the place in the chain; null for a row without one
     */
    public record Broken(@Nullable Long id, @Nullable Long seq, Breach reason) {

        JsonObject json() {
            return new JsonWriter()
                    .put("id", id)
                    .put("chain_seq", seq)
                    .put("reason", reason.wire())
                    .build();
        }
    }

    /** Whether nothing is wrong. */
    public boolean ok() {
        return broken.isEmpty();
    }

    public JsonObject json() {
        return new JsonWriter()
                .put("ok", ok())
                .put("rows", totals.rows())
                .put("sealed", totals.sealed())
                .put("unsealed", totals.rows() - totals.sealed())
                .put("legacy", totals.legacy())
                .put("first_broken", broken.<JsonValue>map(Broken::json).orElse(JsonValue.NULL))
                .put("head", head.<JsonValue>map(VerificationReport::json).orElse(JsonValue.NULL))
                .put("anchors_checked", anchorsChecked)
                .build();
    }

    private static JsonObject json(ChainHead head) {
        return new JsonWriter()
                .put("chain_seq", head.seq())
                .put("chain_mac", head.mac())
                .build();
    }
}
