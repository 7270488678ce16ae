package io.secplat.runtime;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * What one health check found. Tells no text of an error and no address.
 *
 * @param up whether the check passes
 * @param degraded whether something is missing that the server can do without for a while
 * @param what the state in plain words
 * @param since when that state began
 * @param lastError the class of the last error, null without one
 */
public record Verdict(boolean up, boolean degraded, String what, Instant since, @Nullable String lastError) {

    /** Nothing to look at in a server of these roles. */
    public static HealthCheckResponse off(String check) {
        return new HealthCheckResponse(check, Status.UP, Optional.of(Map.of("role", "off")));
    }

    public HealthCheckResponse as(String check) {
        return as(check, Map.of());
    }

    /** With more to tell. */
    public HealthCheckResponse as(String check, Map<String, String> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("what", what);
        data.put("since", since.toString());
        data.put("degraded", degraded);
        if (lastError != null) {
            data.put("last_error", lastError);
        }
        data.putAll(more);
        return new HealthCheckResponse(check, up ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
