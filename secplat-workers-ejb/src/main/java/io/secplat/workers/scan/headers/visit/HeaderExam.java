package io.secplat.workers.scan.headers.visit;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.PublicSuffixes;
import io.secplat.workers.scan.headers.observatory.Observatory;
import io.secplat.workers.scan.headers.observatory.Preloads;
import io.secplat.workers.scan.headers.observatory.Rating;
import io.secplat.workers.scan.headers.observatory.Scorecard;
import io.secplat.workers.scan.headers.observatory.TestResult;
import io.secplat.workers.scan.headers.seen.Site;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Has the headers of a site scored: the score goes into the summary of the job, and each test that fails is a finding, unless
 * another finding of the scan says the same.
 */
public final class HeaderExam {

    /** The member of the summary. */
    public static final String MEASURE = "headers";

    /** Bytes of a page that are read. */
    public static final int MOST_BODY = SiteVisit.MOST_BODY;

    private static final int GRAVE = -40;
    private static final int SERIOUS = -20;
    private static final Set<Rating> OF_CERTIFICATES =
            Set.of(Rating.HSTS_INVALID_CERT, Rating.REDIRECTION_INVALID_CERT);

    private final SiteVisit visit;
    private final Observatory observatory;
    private final HeaderEvidence evidence;
    private final Clock clock;

    public HeaderExam(Visitor visitor, Clock clock, PublicSuffixes suffixes, Preloads preloads) {
        this.visit = new SiteVisit(visitor, clock);
        this.observatory = new Observatory(suffixes, preloads);
        this.evidence = new HeaderEvidence(suffixes);
        this.clock = clock;
    }

    /** The first question of an exam: the page of the target over https, and no redirect followed. */
    public static HttpAsk page(ScanTarget target) {
        return SiteVisit.page(target);
    }

    /**
     * Looks at the target; what its front page answered says which headers were found missing already.
     *
     * @param first what came of {@link #page}, so that it is not asked for twice; silence is asked again
     */
    public void take(ScanTarget target, Visit first, HttpAnswer front, ScanReport.Draft report, ScanLog log)
            throws InterruptedException {
        Optional<Site> site = visit.look(target, first, log);
        if (site.isPresent()) {
            Scorecard card = observatory.judge(site.get());
            log.line("Headers: grade " + card.grade() + ", score " + card.score());
            report.measured(MEASURE, json(card));
            card.results().forEach(result -> tell(result, site.get(), front, report));
        }
    }

    private void tell(TestResult result, Site site, HttpAnswer front, ScanReport.Draft report) {
        HeaderWeakness weakness = HeaderWeakness.of(result.topic());
        if (result.pass() || isTold(weakness, result, front)) {
            report.passed(weakness.check());
        } else {
            report.failed(
                    weakness.check(),
                    severity(result.modifier()),
                    evidence.of(result, site),
                    weakness.remediation(),
                    weakness.references());
        }
    }

    /** A missing header and a bad certificate of the front page are findings by themselves. */
    private boolean isTold(HeaderWeakness weakness, TestResult result, HttpAnswer front) {
        return weakness.header().filter(header -> header.isMissingIn(front)).isPresent()
                || (OF_CERTIFICATES.contains(result.rating()) && !hasGoodCertificate(front));
    }

    private boolean hasGoodCertificate(HttpAnswer front) {
        return front.tls().stream()
                .allMatch(peer -> peer.distrust().isEmpty() && clock.instant().isBefore(peer.expiresAt()));
    }

    private static Severity severity(int modifier) {
        if (modifier <= GRAVE) {
            return Severity.HIGH;
        }
        return modifier <= SERIOUS ? Severity.MEDIUM : Severity.LOW;
    }

    private static JsonObject json(Scorecard card) {
        JsonArrayBuilder tests = Json.createArrayBuilder();
        card.results()
                .forEach(result -> tests.add(new JsonWriter()
                        .put("name", result.topic().wire())
                        .put("result", result.rating().wire())
                        .put("pass", result.pass())
                        .put("modifier", result.modifier())
                        .build()));
        return new JsonWriter()
                .put("grade", card.grade())
                .put("score", card.score())
                .put("tests", tests.build())
                .build();
    }
}
