package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.trace.TraceContext;
import io.secplat.runtime.IdSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TraceHeadersTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final AtomicLong last = new AtomicLong();
    private final IdSource ids = () -> new UUID(0x5ec, last.incrementAndGet());

    private TraceContext of(List<String> parents, List<String> states) {
        return TraceHeaders.of(parents, states, ids);
    }

    @Test
    void a_callers_trace_goes_on_in_a_place_of_its_own() {
        assertThat(of(List.of(PARENT), List.of("congo=1", "rojo=2")))
                .isEqualTo(new TraceContext(TRACE, "0000000000000001", true, Optional.of("congo=1,rojo=2")));
    }

    @Test
    void a_call_without_a_trace_begins_one() {
        assertThat(of(List.of(), List.of()).traceparent())
                .isEqualTo("00-00000000000005ec0000000000000001-0000000000000002-00");
    }

    @Test
    void malformed_headers_are_ignored() {
        assertThat(of(List.of("00-what?"), List.of("congo=1")).traceId()).isNotEqualTo(TRACE);
        assertThat(of(List.of("00-what?"), List.of("congo=1")).state()).isEmpty();
        assertThat(of(List.of(PARENT), List.of("?")).state()).isEmpty();
        assertThat(of(List.of(PARENT), List.of("?")).traceId()).isEqualTo(TRACE);
    }

    @Test
    void two_parents_are_none() {
        assertThat(of(List.of(PARENT, PARENT), List.of()).traceId()).isNotEqualTo(TRACE);
    }
}
