package io.secplat.workers.scan.health;

import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import io.secplat.contracts.model.StatusExpectation;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TimeLimits;
import io.secplat.workers.scan.ScanTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of an asset's http probe, or those of a probe with every default.
 *
 * @param pages what to ask, in order; one good answer is enough
 */
record HealthRules(List<HttpAsk> pages, StatusExpectation status, Optional<String> text) {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Set<Integer> TLS_PORTS = Set.of(443, 8443);

    /** A probe of another host than the verified one lends its rules, not its address. */
    static HealthRules of(ScanTarget target) {
        Optional<Probe> own = target.probe().filter(any -> any.kind() == ProbeKind.HTTP);
        Probe probe = own.orElseGet(() -> Probe.http(target.url(false).toString(), Probe.DEFAULT_EXPECTED_STATUS));
        List<TargetUrl> urls =
                own.flatMap(any -> ownPage(any, target)).map(List::of).orElseGet(() -> fronts(target));
        return new HealthRules(
                urls.stream().map(url -> ask(url, probe)).toList(),
                StatusExpectation.parse(probe.expectedStatus()),
                Optional.ofNullable(probe.bodyContains()));
    }

    /** What is wrong with the answer; empty when it is as it should be. */
    Optional<String> objection(HttpAnswer answer) {
        if (!status.accepts(answer.status())) {
            return Optional.of("status " + answer.status());
        }
        return text.filter(wanted -> !answer.bodyText().contains(wanted)).map(wanted -> "the expected text is missing");
    }

    private static Optional<TargetUrl> ownPage(Probe probe, ScanTarget target) {
        try {
            TargetUrl page = TargetUrl.parse(String.valueOf(probe.url()));
            boolean verified = target.url(page.secure()).endpoint().equals(page.endpoint());
            return verified ? Optional.of(page) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<TargetUrl> fronts(ScanTarget target) {
        boolean secureFirst = target.port().map(TLS_PORTS::contains).orElse(true);
        return List.of(target.url(secureFirst), target.url(!secureFirst));
    }

    private static HttpAsk ask(TargetUrl url, Probe probe) {
        Duration total = Duration.ofMillis(probe.timeoutMs());
        Duration connect = total.compareTo(LONGEST_CONNECT) < 0 ? total : LONGEST_CONNECT;
        return HttpAsk.of(url)
                .within(new TimeLimits(connect, total))
                .following(probe.followRedirects() ? HttpAsk.Redirects.SAME_HOST : HttpAsk.Redirects.NONE);
    }
}
