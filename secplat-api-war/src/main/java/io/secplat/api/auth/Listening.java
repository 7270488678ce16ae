package io.secplat.api.auth;

import io.secplat.api.problem.ProblemType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.BooleanSupplier;

/** How long a call that stays open may go on: as long as its token counts. */
@RequestScoped
public class Listening {

    @Inject
    HttpServletRequest request;

    @Inject
    Bearers bearers;

    @Inject
    Standing standing;

    @Inject
    Clock clock;

    /** Whether the caller of this call may still be answered; may be asked long after the call's method has returned. */
    public BooleanSupplier asLongAsEntitled() {
        Bearer bearer = bearers.of(request).orElseThrow(ProblemType.NOT_AUTHENTICATED::because);
        Standing rules = standing;
        Clock time = clock;
        return () -> time.instant().isBefore(bearer.expiresAt()) && rules.isGood(bearer);
    }
}
