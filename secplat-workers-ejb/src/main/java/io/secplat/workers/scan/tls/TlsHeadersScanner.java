package io.secplat.workers.scan.tls;

import io.secplat.contracts.model.JobType;
import io.secplat.contracts.model.Severity;
import io.secplat.guard.HttpAnswer;
import io.secplat.guard.TlsPeer;
import io.secplat.workers.scan.ScanLog;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.ScanTarget;
import io.secplat.workers.scan.Scanner;
import io.secplat.workers.scan.Visit;
import io.secplat.workers.scan.Visitor;
import io.secplat.workers.scan.headers.SecurityHeader;
import io.secplat.workers.scan.headers.visit.HeaderExam;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;

/**
 * Shakes hands over TLS, judges the certificate, then asks for the front page and judges its headers; an exam of all
 * of them follows. A certificate that is
 * not trusted is a finding and does not hide the headers. Where there is no TLS, nothing is said about certificate and
 * headers; whether the host speaks HTTP decides between "No HTTPS" and "TLS connection failed".
 */
public final class TlsHeadersScanner implements Scanner {

    private static final Map<SecurityHeader, Severity> HEADERS = new EnumMap<>(Map.of(
            SecurityHeader.HSTS, Severity.HIGH,
            SecurityHeader.CSP, Severity.MEDIUM,
            SecurityHeader.X_FRAME_OPTIONS, Severity.MEDIUM,
            SecurityHeader.X_CONTENT_TYPE_OPTIONS, Severity.LOW));

    private final Visitor visitor;
    private final Clock clock;
    private final TlsExamination examination;
    private final HeaderExam exam;

    public TlsHeadersScanner(Visitor visitor, Clock clock, HeaderExam exam) {
        this.visitor = visitor;
        this.clock = clock;
        this.examination = new TlsExamination(visitor, clock);
        this.exam = exam;
    }

    @Override
    public JobType type() {
        return JobType.TLS_HEADERS;
    }

    @Override
    public ScanReport scan(ScanTarget target, ScanLog log) throws InterruptedException {
        ScanReport.Draft report = ScanReport.of(target.asset());
        Visitor.Handshake handshake = visitor.handshake(HeaderExam.page(target), log);
        if (handshake instanceof Visitor.Handshake.Stands stands) {
            connected(stands.peer(), report);
            Visit front = front(target, stands.page(), log);
            judge(front, report);
            if (front instanceof Visit.Answered answered && answered.isMeaningful()) {
                exam.take(target, stands.page(), answered.answer(), report, log);
            }
            examination.examine(target, stands.peer().chain(), front, report, log);
        } else if (handshake instanceof Visitor.Handshake.Fails fails) {
            unconnected(target, fails, report, log);
        }
        return report.done();
    }

    /** What came first is it already, unless it leads elsewhere, or broke off: then its headers may come without the page. */
    private Visit front(ScanTarget target, Visit first, ScanLog log) throws InterruptedException {
        return first instanceof Visit.Answered answered
                        && answered.answer().redirect().isEmpty()
                ? first
                : visitor.get(Visitor.page(target.url(true)), log);
    }

    private void connected(TlsPeer peer, ScanReport.Draft report) {
        report.tlsVersion(peer.version()).passed(TlsChecks.NO_HTTPS).passed(TlsChecks.CONNECTION);
        CertificateChecks.judge(peer, clock.instant(), report);
    }

    private void unconnected(ScanTarget target, Visitor.Handshake.Fails fails, ScanReport.Draft report, ScanLog log)
            throws InterruptedException {
        String evidence = target.url(true) + ": " + fails.reason();
        if (!speaksTls(target, fails) && visitor.get(Visitor.page(target.url(false)), log) instanceof Visit.Answered) {
            report.failed(
                    TlsChecks.NO_HTTPS,
                    Severity.HIGH,
                    evidence + "; " + target.url(false) + " answers",
                    "Serve the site over HTTPS with a certificate of a public authority, and redirect HTTP to it.");
        } else {
            report.failed(
                    TlsChecks.CONNECTION,
                    Severity.MEDIUM,
                    evidence,
                    "Check that the host is up, that its HTTPS port is open to the scanner, and that it offers TLS 1.2 or 1.3.");
            examination.examineUnknown(target, fails.cause(), report, log);
        }
    }

    /** A TLS server that breaks off is no sign of plain HTTP; on a port of the asset's own it may be either. */
    private static boolean speaksTls(ScanTarget target, Visitor.Handshake.Fails fails) {
        return target.port().isEmpty() && fails.cause() instanceof SSLHandshakeException;
    }

    private static void judge(Visit visit, ScanReport.Draft report) {
        if (visit instanceof Visit.Answered answered && answered.isMeaningful()) {
            report.passed(TlsChecks.REQUEST);
            HEADERS.forEach((header, severity) -> judge(header, severity, answered.answer(), report));
            return;
        }
        String reason = visit instanceof Visit.Silent silent
                ? silent.reason()
                : "status " + ((Visit.Answered) visit).answer().status();
        report.failed(
                TlsChecks.REQUEST,
                Severity.MEDIUM,
                "GET of the front page over HTTPS: " + reason,
                "Find out why the server does not answer a simple GET of its front page; its log tells. "
                        + "Until it does, its security headers cannot be checked.");
    }

    private static void judge(SecurityHeader header, Severity severity, HttpAnswer answer, ScanReport.Draft report) {
        if (header.isMissingIn(answer)) {
            String evidence = answer.url() + " answered " + answer.status() + " without this header";
            report.failed(TlsChecks.missing(header), severity, evidence, header.remediation(), header.references());
        } else {
            report.passed(TlsChecks.missing(header));
        }
    }
}
