package io.secplat.workers.posture;

import io.secplat.contracts.document.HealthEventDocument;
import io.secplat.contracts.model.ProbeError;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an asset is not green. */
enum Reason {
    UNKNOWN,
    NO_DATA_RECEIVED,
    FLAPPING,
    API_TIMEOUT,
    PORT_CLOSED,
    TLS_FAIL,
    DNS_FAIL,
    HTTP_ERROR,
    CONTENT_MISMATCH,
    HEALTH_CHECK_FAILED;

    private static final int FIRST_HTTP_ERROR = 400;

    /** The lower-case name used in documents. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of a row; the row of a fresh down takes that of the newest failure. Empty when green. */
    static Optional<Reason> of(Posture.Row row, Reason ofFailure) {
        return switch (row) {
            case UNKNOWN -> Optional.of(UNKNOWN);
            case DOWN_WITHOUT_DATA, STALE -> Optional.of(NO_DATA_RECEIVED);
            case FLAPPING -> Optional.of(FLAPPING);
            case DOWN -> Optional.of(ofFailure);
            case UP -> Optional.empty();
        };
    }

    /** What a failed result tells. */
    static Reason of(HealthEventDocument failure) {
        ProbeError error = failure.error();
        if (error == null) {
            Integer code = failure.code();
            return code != null && code >= FIRST_HTTP_ERROR ? HTTP_ERROR : HEALTH_CHECK_FAILED;
        }
        return switch (error) {
            case TIMEOUT -> API_TIMEOUT;
            case CONNECTION_REFUSED -> PORT_CLOSED;
            case TLS_ERROR -> TLS_FAIL;
            case DNS_ERROR -> DNS_FAIL;
            case HTTP_STATUS -> HTTP_ERROR;
            case BODY_MISMATCH -> CONTENT_MISMATCH;
        };
    }

    /** The failure that a document tells of, when it tells of one. */
    static Optional<Reason> ofFailure(@Nullable String wire) {
        for (Reason reason : values()) {
            if (reason.compareTo(API_TIMEOUT) >= 0 && reason.wire().equals(wire)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
