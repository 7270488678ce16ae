package io.secplat.api.inbound;

import io.secplat.api.alerts.Alerts;
import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.Caller;
import io.secplat.contracts.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which alerts somebody acknowledged from outside, and which not.
 *
 * @param failed each with its reason, for people
 */
record Acknowledgement(List<String> done, List<String> failed) {

    private static final int MOST = 100;

    Acknowledgement {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    /** Acknowledges each by itself, as the API's own call does; one that fails holds up no other. */
    static Acknowledgement of(Collection<String> assetKeys, Alerts alerts, Caller caller) {
        List<String> done = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String key : assetKeys.stream().distinct().limit(MOST).toList()) {
            if (!AssetKey.isValid(key)) {
                failed.add("one that is no asset");
                continue;
            }
            try {
                alerts.acknowledge(key, "", caller);
                done.add(key);
            } catch (ProblemException e) {
                failed.add(key + " (" + e.getMessage() + ")");
            }
        }
        return new Acknowledgement(done, failed);
    }

    /** For example {@code mira acknowledged a, b. Not acknowledged: c (The asset has no open alert).} */
    String text(String who) {
        String acknowledged = done.isEmpty() ? "" : who + " acknowledged " + String.join(", ", done) + ".";
        String not = failed.isEmpty() ? "" : "Not acknowledged: " + String.join(", ", failed) + ".";
        return done.isEmpty() && failed.isEmpty() ? "Nothing to acknowledge." : (acknowledged + " " + not).strip();
    }
}
