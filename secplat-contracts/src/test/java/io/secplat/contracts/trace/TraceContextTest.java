package io.secplat.contracts.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String PARENT = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void a_traceparent_is_read_and_written() {
        TraceContext context = TraceContext.parse(PARENT, null).orElseThrow();

        assertThat(context).isEqualTo(new TraceContext(TRACE, SPAN, true, Optional.empty()));
        assertThat(context.traceparent()).isEqualTo(PARENT);
    }

    @Test
    void flags_that_are_not_known_are_not_passed_on() {
        assertThat(parent("00-" + TRACE + "-" + SPAN + "-fe")).contains("00-" + TRACE + "-" + SPAN + "-00");
        assertThat(parent("00-" + TRACE + "-" + SPAN + "-ff")).contains("00-" + TRACE + "-" + SPAN + "-01");
    }

    @Test
    void a_later_version_is_read_as_far_as_it_is_known() {
        assertThat(parent("cc-" + TRACE + "-" + SPAN + "-01-what-comes-later")).contains(PARENT);
        assertThat(parent("cc-" + TRACE + "-" + SPAN + "-01")).contains(PARENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "cc-" + TRACE + "-" + SPAN + "-01more",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-1",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01\r\nX: y"
            })
    void anything_else_is_no_traceparent(String text) {
        assertThat(TraceContext.parse(text, null)).isEmpty();
    }

    @Test
    void a_tracestate_travels_with_its_traceparent_only() {
        assertThat(state("congo=t61rcWkgMzE, ,rojo=00f067aa0ba902b7"))
                .contains("congo=t61rcWkgMzE,rojo=00f067aa0ba902b7");
        assertThat(TraceContext.parse(null, "congo=t61rcWkgMzE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "congo", "Congo=1", "congo=a=b", "congo=\u00e4", "congo=a\r\nX: y", "=1"})
    void a_malformed_tracestate_is_left_out(String text) {
        assertThat(state(text)).isEmpty();
    }

    @Test
    void a_tracestate_has_its_limits() {
        assertThat(state("a=" + "x".repeat(256))).isPresent();
        assertThat(state("a=" + "x".repeat(257))).isEmpty();
        assertThat(state(String.join(",", Collections.nCopies(32, "a=1")))).isPresent();
        assertThat(state(String.join(",", Collections.nCopies(33, "a=1")))).isEmpty();
        assertThat(state(String.join(",", Collections.nCopies(2, "a=" + "x".repeat(254)))))
                .isEmpty();
    }

    @Test
    void the_next_place_is_in_the_same_trace() {
        TraceContext context = TraceContext.parse(PARENT, "congo=1").orElseThrow();

        TraceContext next = context.next(new UUID(1, 2));

        assertThat(next).isEqualTo(new TraceContext(TRACE, "0000000000000002", true, Optional.of("congo=1")));
    }

    @Property
    void a_new_trace_is_one_that_others_can_read(@ForAll long seed) {
        TraceContext begun = TraceContext.begin(random(seed), random(~seed));

        assertThat(TraceContext.parse(begun.traceparent(), null)).contains(begun);
        assertThat(begun.sampled()).isFalse();
    }

    @Property
    void no_text_whatever_is_an_error(@ForAll String parent, @ForAll String state) {
        assertThat(TraceContext.parse(parent, state)).isEmpty();
        assertThat(TraceContext.parse(PARENT, state)).isPresent();
    }

    private static UUID random(long seed) {
        return UUID.nameUUIDFromBytes(Long.toString(seed).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static Optional<String> parent(String text) {
        return TraceContext.parse(text, null).map(TraceContext::traceparent);
    }

    private static Optional<String> state(String text) {
        return TraceContext.parse(PARENT, text).flatMap(TraceContext::state);
    }
}
