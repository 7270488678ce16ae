package io.secplat.contracts.trace;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace. Source: W3C Recommendation "Trace Context", sections 3.2 (traceparent) and 3.3 (tracestate).
 *
 * @param traceId 32 lower case hex digits, not all zero
 * @param spanId 16 lower case hex digits, not all zero; {@code parent-id} in the standard
 * @param sampled whether the caller may have recorded the trace
 * @param state what tracing systems carry along, as one {@code tracestate}
 */
public record TraceContext(String traceId, String spanId, boolean sampled, Optional<String> state) {

    private static final Pattern PARENT =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final String VERSION = "00";
    private static final int SAMPLED = 1;

    /**
     * Reads the two headers, or fields. Empty when {@code traceparent} is absent or malformed; a malformed {@code tracestate}
     * is left out. A version that is not known yet is read by the rules of this one.
     */
    public static Optional<TraceContext> parse(@Nullable String traceparent, @Nullable String tracestate) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher parts = PARENT.matcher(traceparent.strip());
        if (!parts.matches() || (parts.group(1).equals(VERSION) && parts.group(5) != null)) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(parts.group(4), 16) & SAMPLED) != 0;
        return Optional.of(new TraceContext(parts.group(2), parts.group(3), sampled, TraceState.accepted(tracestate)));
    }

    /** A new trace that nobody records, named by two random identities. */
    public static TraceContext begin(UUID trace, UUID span) {
        return new TraceContext(trace.toString().replace("-", ""), spanId(span), false, Optional.empty());
    }

    /** The next place in the same trace, named by a random identity. */
    public TraceContext next(UUID span) {
        return new TraceContext(traceId, spanId(span), sampled, state);
    }

    /** The half of the UUID that holds its variant is never zero. */
    private static String spanId(UUID identity) {
        return String.format("%016x", identity.getLeastSignificantBits());
    }

    /** As the standard writes it, in version 00. */
    public String traceparent() {
        return VERSION + "-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
