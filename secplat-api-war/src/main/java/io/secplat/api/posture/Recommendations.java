package io.secplat.api.posture;

import java.util.ArrayList;
import java.util.List;

/** What a person should look at next, given an asset's state. */
public final class Recommendations {

    private Recommendations() {}

    /** One sentence per piece of advice, the most urgent first; empty when all is well. */
    public static List<String> of(AssetState state, boolean latencyOk) {
        List<String> advice = new ArrayList<>();
        if (state.reason() != null) {
            advice.add(forReason(state.reason(), state.name()));
        }
        if (state.flapping()) {
            advice.add("Look for restarts, an overloaded backend or an unsteady network path of " + state.name());
        }
        if (state.pendingStatus() != null) {
            advice.add("Wait for the next check: the newest result points to "
                    + state.pendingStatus().wire());
        }
        if (!latencyOk) {
            advice.add("Look into the response time of " + state.name() + ": it is above its objective");
        }
        return advice;
    }

    private static String forReason(String reason, String name) {
        return switch (reason) {
            case "http_error" -> "Check the HTTP service behind " + name;
            case "port_closed" -> "Check that the service of " + name + " runs and that its port is open";
            case "api_timeout" ->
                "Check the load of " + name + " and the network path to it: it did not answer in time";
            case "dns_fail" -> "Check the DNS records of " + name;
            case "tls_fail" -> "Check the certificate of " + name + ": its chain, its names and its dates";
            case "content_mismatch" -> "Check what " + name + " serves: the expected text is missing";
            case "no_data_received" -> "Check the prober and its way to " + name + ": no results arrive";
            case "flapping" -> "Check the stability of " + name + ": it changes between up and down";
            case "not_monitored" -> "Add a probe to monitor " + name;
            case "unknown" -> "Wait for the first check of " + name + ", or check that the prober runs";
            default -> "Check the service behind " + name;
        };
    }
}
