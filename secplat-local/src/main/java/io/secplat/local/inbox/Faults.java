package io.secplat.local.inbox;

import io.secplat.contracts.json.JsonReader;
import io.secplat.local.http.Answer;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Failures on demand: the next so many calls to a service get a status instead of its answer. */
final class Faults {

    private final Map<String, Fault> planned = new ConcurrentHashMap<>();

    /** Members: service, status (0 closes the fault), times [1], retry_after in seconds [none]. */
    Answer plan(JsonObject request) {
        try {
            JsonReader reader = new JsonReader(request);
            String service = JsonReader.required("service", reader.text("service"));
            int status = JsonReader.required("status", reader.integer("status"));
            if (status != 0 && (status < 400 || status > 599)) {
                throw new IllegalArgumentException("status must be 400 to 599, or 0 to end the fault");
            }
            planned.put(service, new Fault(status, reader.integer("times").orElse(1), reader.integer("retry_after")));
            return Answer.text(200, "ok\n");
        } catch (IllegalArgumentException e) {
            return Answer.text(422, e.getMessage() + "\n");
        }
    }

    /** The failure this call must get; empty when it may be answered. Uses one time up. */
    Optional<Answer> due(String service) {
        Fault[] hit = new Fault[1];
        planned.computeIfPresent(service, (name, fault) -> {
            if (fault.status() == 0 || fault.times() <= 0) {
                return null;
            }
            hit[0] = fault;
            return new Fault(fault.status(), fault.times() - 1, fault.retryAfter());
        });
        return Optional.ofNullable(hit[0]).map(Fault::answer);
    }

    private record Fault(int status, int times, Optional<Integer> retryAfter) {

        Answer answer() {
            Answer answer = Answer.text(status, "planned fault\n");
            return retryAfter
                    .map(seconds -> answer.with("Retry-After", Integer.toString(seconds)))
                    .orElse(answer);
        }
    }
}
