package io.secplat.api.problem;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Set;

/** The body of an error: RFC 9457 problem details with the extra member {@code error}. */
public record Problem(ProblemType type, String message, JsonValue detail, String instance, String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Set<Integer> RETRYABLE = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** The body for a problem of the call to that path. */
    public static Problem of(ProblemException problem, String instance, String requestId) {
        JsonValue detail = problem.detail().orElseGet(() -> Json.createValue(problem.getMessage()));
        return new Problem(problem.type(), problem.getMessage(), detail, instance, requestId);
    }

    public JsonObject toJson() {
        return new JsonWriter()
                .put("type", "urn:secplat:problem:" + slug())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", message)
                .put("instance", instance)
                .put("error", error())
                .build();
    }

    private JsonObject error() {
        return new JsonWriter()
                .put("message", message)
                .put("status_code", type.status())
                .put("retryable", RETRYABLE.contains(type.status()))
                .put("detail", detail)
                .put("request_id", requestId)
                .build();
    }

    private String slug() {
        return type.title().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
