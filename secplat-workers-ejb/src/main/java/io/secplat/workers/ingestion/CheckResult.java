package io.secplat.workers.ingestion;

import io.secplat.contracts.model.ProbeError;
import io.secplat.guard.Refusal;

/** What a check found out. */
public sealed interface CheckResult {

    /** The target is up; {@code code} is the HTTP status, 0 when there is none. */
    record Up(int code) implements CheckResult {}

    /** The target is down for that reason; {@code code} is the HTTP status, 0 when there is none. */
    record Down(ProbeError error, int code) implements CheckResult {}

    /** Nothing was found out, by our own fault, so nothing is recorded. */
    record Unknown(String reason) implements CheckResult {}

    /**
     * Nothing may be found out, since the guard does not allow the target, so nothing is recorded.
     *
     * @param detail what is wrong, for people
     */
    record Refused(Refusal refusal, String detail) implements CheckResult {}

    /** The probe points to nothing that can be asked. */
    static CheckResult malformed(IllegalArgumentException why) {
        return new Refused(Refusal.MALFORMED, Refusal.MALFORMED.text() + " (" + why.getMessage() + ")");
    }

    /** Down without an HTTP status. */
    static CheckResult down(ProbeError error) {
        return new Down(error, 0);
    }
}
