package io.secplat.workers.ingestion;

import io.secplat.contracts.model.ProbeError;

/** What a check found out. */
public sealed interface CheckResult {

    /** The target is up; {@code code} is the HTTP status, 0 when there is none. */
    record Up(int code) implements CheckResult {}

    /** The target is down for that reason; {@code code} is the HTTP status, 0 when there is none. */
    record Down(ProbeError error, int code) implements CheckResult {}

    /** Nothing was found out, by our own fault, so nothing is recorded. */
    record Unknown(String reason) implements CheckResult {}

    /** Down without an HTTP status. */
    static CheckResult down(ProbeError error) {
        return new Down(error, 0);
    }
}
