package io.secplat.api.request;

import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.IdSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** The trace of a call: the next place in the one that its headers name, else a new one. */
final class TraceHeaders {

    private TraceHeaders() {}

    static TraceContext of(HttpServletRequest request, IdSource ids) {
        return of(values(request, "traceparent"), values(request, "tracestate"), ids);
    }

    /** Two different parents are no parent; several states are one list (RFC 9110, section 5.3). */
    static TraceContext of(List<String> parents, List<String> states, IdSource ids) {
        String parent = parents.size() == 1 ? parents.get(0) : null;
        return TraceContext.parse(parent, String.join(",", states))
                .map(caller -> caller.next(ids.next()))
                .orElseGet(() -> TraceContext.begin(ids.next(), ids.next()));
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
