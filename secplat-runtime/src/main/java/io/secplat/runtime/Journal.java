package io.secplat.runtime;

import io.secplat.contracts.json.JsonWriter;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The log of a server: one JSON object a line with {@code ts, level, service, action, status}, the {@code request_id} of
 * the {@link CurrentRequest}, the {@code event_id} of the {@link CurrentEvent} and the {@code trace_id} of the
 * {@link CurrentTrace} if there is one, and the fields given, which win over these. Fields carry keys and numbers, never
 * secrets, bodies or addresses with credentials.
 */
public final class Journal {

    private final String service;
    private final Clock clock;
    private final PrintStream out;

    public Journal(String service, Clock clock, PrintStream out) {
        this.service = service;
        this.clock = clock;
        this.out = out;
    }

    /** Something worth knowing went as it should. */
    public void info(String action, String status, Map<String, ?> fields) {
        write("info", action, status, fields);
    }

    /** Something went wrong that mends itself or is somebody else's fault. */
    public void warn(String action, String status, Map<String, ?> fields) {
        write("warn", action, status, fields);
    }

    /** Something failed. The class and stack of the exception are told, its text is not: it may hold secrets. */
    public void error(String action, String status, Throwable cause) {
        error(action, status, cause, Map.of());
    }

    /** As above, with fields that say which call or message it was. */
    public void error(String action, String status, Throwable cause, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("error", Traces.of(cause));
        write("error", action, status, all);
    }

    private void write(String level, String action, String status, Map<String, ?> fields) {
        JsonWriter line = new JsonWriter()
                .put("ts", clock.instant())
                .put("level", level)
                .put("service", service)
                .put("action", action)
                .put("status", status);
        CurrentRequest.id().ifPresent(id -> line.put("request_id", id));
        CurrentEvent.id().ifPresent(id -> line.put("event_id", id));
        CurrentTrace.context().ifPresent(trace -> line.put("trace_id", trace.traceId()));
        fields.forEach((name, value) -> line.put(name, String.valueOf(value)));
        out.println(line.build());
    }
}
