package io.secplat.contracts.event;

/** Who reads which stream; several replicas of a consumer share the work of one group. */
public enum ConsumerGroup {
    WORKERS("workers", StreamName.SCAN),
    DERIVERS("derivers", StreamName.DERIVE),
    ALERT_EVALUATORS("alert-evaluators", StreamName.CORRELATION),
    CORRELATORS("correlators", StreamName.CORRELATION),
    NOTIFIERS("notifiers", StreamName.NOTIFY),
    DELIVERY_RECORDERS("delivery-recorders", StreamName.DELIVERY),
    OPERATOR_RECORDERS("operator-recorders", StreamName.DELIVERY);

    private final String wire;
    private final StreamName stream;

    ConsumerGroup(String wire, StreamName stream) {
        this.wire = wire;
        this.stream = stream;
    }

    /** The name of the group in Redis. */
    public String wire() {
        return wire;
    }

    public StreamName stream() {
        return stream;
    }
}
