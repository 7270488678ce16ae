package io.secplat.workers.scan.health;

import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAsk;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Scanner;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Does the asset's http check once, on the verified host. Without a probe, or with one of another host, the front page is
 * asked over https and http, and one good answer is enough. As for the prober, a certificate has to be good.
 */
public final class HealthHttpScanner implements Scanner {

    static final Check HEALTH = new Check("health_http", "availability", "health", "HTTP health check failed");

    private final Visitor visitor;

    public HealthHttpScanner(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public JobType type() {
        return JobType.HEALTH_HTTP;
    }

    @Override
    public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
        HealthRules rules = HealthRules.of(target);
        StringJoiner evidence = new StringJoiner("; ");
        for (HttpAsk page : rules.pages()) {
            Optional<String> objection = objection(rules, visitor.get(page, log));
            if (objection.isEmpty()) {
                return ScanReport.of(target.asset()).passed(HEALTH).done();
            }
            evidence.add((page.url().secure() ? "https: " : "http: ") + objection.get());
        }
        return ScanReport.of(target.asset())
                .failed(
                        HEALTH,
                        Severity.MEDIUM,
                        evidence.toString(),
                        "Check that the service runs and answers as its probe expects (status, text, time); if the service "
                                + "is right, correct the probe of the asset.")
                .done();
    }

    private static Optional<String> objection(HealthRules rules, Visit visit) {
        return visit instanceof Visit.Answered answered
                ? rules.objection(answered.answer())
                : Optional.of(((Visit.Silent) visit).reason());
    }
}
