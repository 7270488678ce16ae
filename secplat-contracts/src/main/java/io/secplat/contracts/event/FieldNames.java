package io.secplat.contracts.event;

import java.util.Set;

/** The envelope's field names, and those that retries and dead letters add. */
public final class FieldNames {

    public static final String EVENT_ID = "event_id";
    public static final String EVENT_TYPE = "event_type";
    public static final String TS = "ts";
    public static final String ORG_ID = "org_id";
    public static final String REQUEST_ID = "request_id";
    public static final String TRACE_ID = "trace_id";
    public static final String PAYLOAD = "payload";

    /** W3C Trace Context; both optional. */
    public static final String TRACEPARENT = "traceparent";

    public static final String TRACESTATE = "tracestate";

    public static final String ATTEMPTS = "attempts";
    public static final String NOT_BEFORE = "not_before";

    public static final String ORIGINAL_STREAM = "original_stream";
    public static final String ORIGINAL_ID = "original_id";
    public static final String ERROR = "error";
    public static final String RETRYABLE = "retryable";
    public static final String FAILED_AT = "failed_at";
    public static final String CHANNEL = "channel";

    /** Of a copy for one channel: the name of the route that chose it. */
    public static final String ROUTE = "route";

    /** What a replay takes off a dead letter before it goes back to its stream. */
    public static final Set<String> NOT_REPLAYED =
            Set.of(ORIGINAL_STREAM, ORIGINAL_ID, ERROR, RETRYABLE, FAILED_AT, CHANNEL, ATTEMPTS, NOT_BEFORE);

    private FieldNames() {}
}
