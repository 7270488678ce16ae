package io.secplat.workers.api;

import io.secplat.contracts.json.Json;
import io.secplat.stream.RetryAfter;
import io.secplat.workers.api.ApiTransport.Reply;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.util.Set;

/** Turns an exchange into an answer: done, refused, or an {@link ApiUnavailableException}. */
final class ApiWire {

    private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429);

    private final ApiTransport transport;
    private final Clock clock;

    ApiWire(ApiTransport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    ApiAnswer send(ApiTransport.Request request) throws InterruptedException {
        Reply reply = exchange(request);
        int status = reply.status();
        if (status >= 500 || COME_AGAIN.contains(status)) {
            throw ApiUnavailableException.busy(
                    status, RetryAfter.parse(reply.retryAfter().orElse(null), clock.instant()));
        }
        return status / 100 == 2 ? accepted(reply) : refused(reply);
    }

    private Reply exchange(ApiTransport.Request request) throws InterruptedException {
        try {
            return transport.exchange(request);
        } catch (IOException e) {
            throw ApiUnavailableException.unreachable(e);
        }
    }

    private static ApiAnswer accepted(Reply reply) {
        try {
            return new ApiAnswer.Accepted(reply.status(), parse(reply.body()), reply.link());
        } catch (JsonException e) {
            throw ApiUnavailableException.unreadable(reply.status());
        }
    }

    private static ApiAnswer refused(Reply reply) {
        JsonObject error = errorOf(reply.body());
        String message = error.get("message") instanceof JsonString text ? text.getString() : "";
        return new ApiAnswer.Refused(reply.status(), message, error);
    }

    private static JsonObject errorOf(String body) {
        try {
            return parse(body) instanceof JsonObject problem && problem.get("error") instanceof JsonObject error
                    ? error
                    : JsonValue.EMPTY_JSON_OBJECT;
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    private static JsonValue parse(String body) {
        if (body.isBlank()) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readValue();
        }
    }
}
