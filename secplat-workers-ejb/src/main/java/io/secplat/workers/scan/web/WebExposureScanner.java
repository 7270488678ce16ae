package io.secplat.workers.scan.web;

import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Scanner;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.SecurityHeader;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks for the front page over http and https. HTTPS counts as reachable when it answers, whatever its certificate is worth:
 * that is what {@code tls_headers} looks at. Headers are judged only where HTTPS gave the page of an application.
 */
public final class WebExposureScanner implements Scanner {

    static final Check HTTPS = new Check("web_probe", "transport", "transport", "HTTPS not reachable");
    static final Check HEADERS = new Check("web_probe", "headers", "headers", "Missing security headers");

    private final Visitor visitor;

    public WebExposureScanner(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public JobType type() {
        return JobType.WEB_EXPOSURE;
    }

    @Override
    public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
        Visit plain = visitor.get(Visitor.page(target.url(false)), log);
        Visit secure = visitor.get(Visitor.page(target.url(true)), log);
        ScanReport.Draft report = ScanReport.of(target.asset());
        if (secure instanceof Visit.Answered answered) {
            report.passed(HTTPS);
            if (answered.isMeaningful()) {
                judge(answered.answer(), report);
            }
        } else {
            report.failed(HTTPS, Severity.HIGH, evidence(target, plain, (Visit.Silent) secure), ADVICE);
        }
        return report.done();
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
