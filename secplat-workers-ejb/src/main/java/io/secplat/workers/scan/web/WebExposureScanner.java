package io.secplat.workers.scan.web;

import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetUrl;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Scanner;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.SecurityHeader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks for the front page over http and https. HTTPS counts as reachable when it answers, whatever its certificate is worth:
 * that is what {@code tls_headers} looks at. Headers are judged only where HTTPS gave the page of an application. Then it asks
 * the host, over https where that is there, for pages that should not be there for everybody.
 */
public final class WebExposureScanner implements Scanner {

    static final Check HTTPS = new Check("web_probe", "transport", "transport", "HTTPS not reachable");
    static final Check REDIRECT = new Check("web_probe", "transport", "transport", "HTTP not redirected to HTTPS");
    static final Check HEADERS = new Check("web_probe", "headers", "headers", "Missing security headers");

    private final Visitor visitor;
    private final Clock clock;

    public WebExposureScanner(Visitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    @Override
    public JobType type() {
        return JobType.WEB_EXPOSURE;
    }

    @Override
    public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
        Visit plain = visitor.get(front(target.url(false)), log);
        Visit secure = visitor.get(front(target.url(true)), log);
        ScanReport.Draft report = ScanReport.of(target.asset());
        if (secure instanceof Visit.Answered answered) {
            report.passed(HTTPS);
            if (answered.isMeaningful()) {
                judge(answered.answer(), report);
                redirect(target, plain, report);
            }
        } else {
            report.failed(HTTPS, Severity.HIGH, evidence(target, plain, (Visit.Silent) secure), ADVICE);
        }
        Visit best = secure instanceof Visit.Answered ? secure : plain;
        if (best instanceof Visit.Answered answered && answered.isMeaningful()) {
            expose(target.url(best == secure), answered.answer(), report, log);
        }
        return report.done();
    }

    private static HttpAsk front(TargetUrl url) {
        return Visitor.page(url).atMost(Exposure.LONGEST);
    }

    /** Only where both are usual ports: one port speaks either http or https. */
    static void redirect(ScanTarget target, Visit plain, ScanReport.Draft report) {
        if (target.port().isPresent() || !(plain instanceof Visit.Answered answered) || !answered.isMeaningful()) {
            return;
        }
        HttpAnswer last = answered.answer();
        boolean leads =
                last.url().secure() || last.redirect().filter(TargetUrl::secure).isPresent();
        if (leads) {
            report.passed(REDIRECT);
        } else {
            report.failed(
                    REDIRECT,
                    Severity.MEDIUM,
                    last.url() + " answered " + last.status() + " over http and did not lead to https",
                    "Answer every request over http with a 301 to https:// of the same host, and send HSTS there.",
                    List.of("https://owasp.org/www-project-secure-headers/"));
        }
    }

    /** Asks for pages that should not be there, without following where they lead. */
    private void expose(TargetUrl root, HttpAnswer front, ScanReport.Draft report, ScanLog log)
            throws InterruptedException {
        Banners.judge(front, report);
        for (Exposure exposure : Exposure.ALL) {
            if (exposure.isFront()) {
                judge(exposure, front, report);
            } else if (page(root, exposure.path(), log) instanceof Visit.Answered answered && answered.isMeaningful()) {
                judge(exposure, answered.answer(), report);
            }
        }
        if (page(root, SecurityTxt.PATH, log) instanceof Visit.Answered answered && answered.isMeaningful()) {
            SecurityTxt.judge(answered.answer(), clock.instant(), report);
        }
    }

    private Visit page(TargetUrl root, String path, ScanLog log) throws InterruptedException {
        HttpAsk ask = Visitor.page(root.resolve(path))
                .following(HttpAsk.Redirects.NONE)
                .atMost(Exposure.LONGEST);
        return visitor.get(ask, log);
    }

    private static void judge(Exposure exposure, HttpAnswer answer, ScanReport.Draft report) {
        Optional<String> sign = exposure.in(answer);
        if (sign.isEmpty()) {
            report.passed(exposure.check());
        } else {
            report.failed(
                    exposure.check(),
                    exposure.severity(),
                    answer.url() + " answered 200: " + sign.get(),
                    exposure.advice(),
                    exposure.references());
        }
    }

    private static void judge(HttpAnswer answer, ScanReport.Draft report) {
        List<SecurityHeader> missing = SecurityHeader.missingIn(answer);
        if (missing.isEmpty()) {
            report.passed(HEADERS);
            return;
        }
        String names = missing.stream().map(SecurityHeader::title).collect(Collectors.joining(", "));
        report.failed(
                HEADERS,
                HEADERS.keyTitle() + ": " + names,
                Severity.MEDIUM,
                answer.url() + " answered " + answer.status() + " without: " + names,
                missing.stream().map(SecurityHeader::remediation).collect(Collectors.joining("\n")));
    }

    private static final String ADVICE =
            "Serve the site over HTTPS with a certificate of a public authority, and redirect "
                    + "HTTP to it. If HTTPS is meant to work already, check that its port is open and the server is running.";

    private static String evidence(ScanTarget target, Visit plain, Visit.Silent secure) {
        String http = plain instanceof Visit.Answered answered
                ? "answered " + answered.answer().status()
                : ((Visit.Silent) plain).reason();
        return target.url(true) + ": " + secure.reason() + "; " + target.url(false) + ": " + http;
    }
}
