package io.secplat.api.inbound;

import io.secplat.api.auth.LoginThrottle;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.runtime.Journal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Lets a signed call in. An address that sends too many bad signatures is answered 429 before a signature is looked at.
 * Without the secret every call is refused, and the log says so at the first.
 *
 * @param <S> checks the signature
 */
final class Gate<S> {

    private static final String REFUSED = "Invalid signature";

    private final String name;
    private final Optional<S> signature;
    private final ProblemType refusal;
    private final LoginThrottle throttle;
    private final Journal journal;
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param refusal 401 or 403, as the contract has it */
    Gate(String name, Optional<S> signature, ProblemType refusal, LoginThrottle throttle, Journal journal) {
        this.name = name;
        this.signature = signature;
        this.refusal = refusal;
        this.throttle = throttle;
        this.journal = journal;
    }

    /** Returns when the signature is good; RATE_LIMITED or the refusal otherwise. */
    void check(String address, Predicate<S> isGood) {
        throttle.begin(name, address).ifPresent(wait -> {
            throw tooMany(wait.toSeconds() + 1);
        });
        if (signature.isEmpty() && told.compareAndSet(false, true)) {
            journal.warn("inbound." + name, "refused", Map.of("reason", "not_configured"));
        }
        if (signature.filter(isGood).isEmpty()) {
            throw refusal.because(REFUSED);
        }
        throttle.succeeded(name, address);
    }

    private static ProblemException tooMany(long seconds) {
        return ProblemType.RATE_LIMITED
                .because("Too many calls with a bad signature")
                .with("Retry-After", Long.toString(seconds));
    }
}
