package io.secplat.api.suppression;

import io.secplat.api.request.Body;
import io.secplat.api.suppression.SuppressionRule.Scope;
import java.time.Instant;
import java.util.Optional;

/** Reads windows and rules from bodies, and says everything that is wrong with them. */
final class SuppressionForm {

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 2_000;
    static final String SCOPES = "asset, finding or all";

    private SuppressionForm() {}

    static MaintenanceWindow.Wish window(Body body) {
        String asset = body.requiredText("asset_key", LONGEST_KEY);
        Instant start = body.requiredTime("start_at");
        Instant end = end(body, "start_at", "end_at");
        Optional<String> reason = body.text("reason", LONGEST_REASON);
        body.check();
        return new MaintenanceWindow.Wish(asset, start, end, reason.orElse(null));
    }

    static SuppressionRule.Wish rule(Body body) {
        Scope scope = body.requiredChoice("scope", Scope::of, SCOPES, Scope.ALL);
        Optional<String> value =
                scope == Scope.ALL ? Optional.empty() : Optional.of(body.requiredText("scope_value", LONGEST_KEY));
        Instant start = body.requiredTime("starts_at");
        Instant end = end(body, "starts_at", "ends_at");
        Optional<String> reason = body.text("reason", LONGEST_REASON);
        body.check();
        return new SuppressionRule.Wish(scope, value.orElse(null), start, end, reason.orElse(null));
    }

    private static Instant end(Body body, String from, String to) {
        Instant end = body.requiredTime(to);
        Optional<Instant> start = body.time(from);
        if (body.time(to).isPresent() && start.isPresent() && !end.isAfter(start.get())) {
            body.violation(to, "value_error", to + " must be after " + from);
        }
        return end;
    }
}
