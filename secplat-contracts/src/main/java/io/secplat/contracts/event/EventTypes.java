package io.secplat.contracts.event;

import java.util.Set;

/** The names of all event types. */
public final class EventTypes {

    public static final String SCAN_REQUESTED = "scan.requested";
    public static final String DERIVE_REQUESTED = "derive.requested";
    public static final String POSTURE_CHANGED = "posture.changed";
    public static final String FINDING_CREATED = "finding.created";
    public static final String ALERT_TRIGGERED = "alert.triggered";
    public static final String NOTIFY_REQUESTED = "notify.requested";
    public static final String NOTIFY_DIVIDED = "notify.divided";
    public static final String NOTIFY_SENT = "notify.sent";
    public static final String NOTIFY_FAILED = "notify.failed";
    public static final String NOTIFY_SUPPRESSED = "notify.suppressed";
    public static final String OPERATOR_ASKED = "operator.asked";
    public static final String OPERATOR_ACTED = "operator.acted";

    /** Names that readers acknowledge and ignore until they get a meaning. */
    public static final Set<String> RESERVED = Set.of(
            "scan.completed",
            "scan.failed",
            "finding.updated",
            "incident.created",
            "incident.updated",
            "incident.closed");

    private EventTypes() {}
}
