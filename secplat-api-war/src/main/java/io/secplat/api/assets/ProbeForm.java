package io.secplat.api.assets;

import io.secplat.api.request.Body;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.contracts.model.StatusExpectation;
import io.secplat.guard.Endpoint;
import io.secplat.guard.TargetUrl;
import java.util.Optional;
import java.util.function.Function;

/** Reads a probe as users send it; everything that is wrong is told under its own member. */
final class ProbeForm {

    private static final int LONGEST = 2048;
    private final Body body;

    private ProbeForm(Body body) {
        this.body = body;
    }

    /** The probe with its defaults; a stand-in when anything was wrong, which the body tells at its check. */
    static Probe read(Body body) {
        return new ProbeForm(body).read();
    }

    private Probe read() {
        ProbeKind kind = body.requiredChoice("kind", ProbeKind::of, "http, tcp or tls", ProbeKind.HTTP);
        int interval = body.integer("interval_seconds", 5, 86_400).orElse(Probe.DEFAULT_INTERVAL_SECONDS);
        int timeout =
                body.integer("timeout_ms", 100, 30_000).orElse(Math.min(Probe.DEFAULT_TIMEOUT_MS, interval * 1000 - 1));
        if (timeout >= interval * 1000) {
            body.violation("timeout_ms", "out_of_range", "timeout_ms must be below interval_seconds");
        }
        boolean http = kind == ProbeKind.HTTP;
        String url = http ? place("url", TargetUrl::parse, "an http or https URL without credentials") : null;
        String target = http ? null : place("target", Endpoint::parse, "host:port");
        return new Probe(
                kind,
                url,
                target,
                interval,
                Math.min(timeout, interval * 1000 - 1),
                expectedStatus(),
                body.text("body_contains", LONGEST).orElse(null),
                body.bool("follow_redirects").orElse(false));
    }

    private String place(String name, Function<String, ?> parse, String expected) {
        String text = body.requiredText(name, LONGEST);
        if (!text.isEmpty() && !isReadable(text, parse)) {
            body.violation(name, "value_error", name + " must be " + expected);
        }
        return text;
    }

    private static boolean isReadable(String text, Function<String, ?> parse) {
        try {
            return parse.apply(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String expectedStatus() {
        Optional<String> text = body.text("expected_status", 200);
        if (text.isPresent() && !isReadable(text.get(), StatusExpectation::parse)) {
            body.violation(
                    "expected_status",
                    "value_error",
                    "expected_status must be a comma list of NNN, Nxx and ranges of both");
            return Probe.DEFAULT_EXPECTED_STATUS;
        }
        return text.orElse(Probe.DEFAULT_EXPECTED_STATUS);
    }
}
