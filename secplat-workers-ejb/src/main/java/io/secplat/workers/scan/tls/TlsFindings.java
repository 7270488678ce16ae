package io.secplat.workers.scan.tls;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.tls.rating.CertificateFacts;
import io.secplat.workers.scan.tls.rating.CipherSuite;
import io.secplat.workers.scan.tls.rating.EphemeralKey;
import io.secplat.workers.scan.tls.rating.Letter;
import io.secplat.workers.scan.tls.rating.Offer;
import io.secplat.workers.scan.tls.rating.Protocol;
import io.secplat.workers.scan.tls.rating.Rating;
import io.secplat.workers.scan.tls.rating.Reason;
import io.secplat.workers.scan.tls.rating.Score;
import io.secplat.workers.scan.tls.rating.ServerFacts;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says what is weak about a TLS server. What was not seen counts as absent only if the server answered every question. */
final class TlsFindings {

    private static final int INSECURE_BITS = 1_024;
    private static final int WEAK_BITS = 2_048;
    private static final int SHOWN = 12;

    private final ServerFacts facts;
    private final Rating rating;
    private final boolean complete;
    private final ScanReport.Draft report;

    TlsFindings(ServerFacts facts, Rating rating, boolean complete, ScanReport.Draft report) {
        this.facts = facts;
        this.rating = rating;
        this.complete = complete;
        this.report = report;
    }

    void judge() {
        versions();
        suites();
        forwardSecrecy();
        keyExchange();
        if (!facts.certificates().isEmpty()) {
            certificates();
        }
        grade();
    }

    private void versions() {
        List<String> old = facts.offers().stream()
                .map(Offer::version)
                .filter(version -> !version.isAtLeast(Protocol.TLS_1_2))
                .map(Protocol::title)
                .toList();
        Severity severity = facts.oldest().isAtLeast(Protocol.TLS_1_0) ? Severity.MEDIUM : Severity.HIGH;
        say(TlsChecks.OLD_VERSIONS, old, severity, "offered: ", TlsAdvice.VERSIONS);
    }

    private void suites() {
        List<String> weak = names(CipherSuite::isWeak);
        boolean broken = facts.takes(suite -> suite.isWeak() && (!suite.hasSmallBlocks() || suite.bits() < 128));
        say(TlsChecks.WEAK_SUITES, weak, broken ? Severity.HIGH : Severity.MEDIUM, "accepted: ", TlsAdvice.SUITES);
    }

    private void forwardSecrecy() {
        boolean missing = !facts.alwaysGives(CipherSuite::isForwardSecret);
        List<String> chosen = missing
                ? facts.offers().stream()
                        .map(offer -> offer.version().title() + " "
                                + offer.firstChoice().name())
                        .toList()
                : List.of();
        say(TlsChecks.NO_FORWARD_SECRECY, chosen, Severity.MEDIUM, "first choice: ", TlsAdvice.FORWARD_SECRECY);
    }

    private void keyExchange() {
        List<String> weak = facts.keys().stream()
                .filter(key -> key.strength() < WEAK_BITS)
                .map(EphemeralKey::label)
                .toList();
        boolean insecure = facts.keys().stream().anyMatch(key -> key.strength() < INSECURE_BITS);
        say(TlsChecks.WEAK_KEY_EXCHANGE, weak, severity(insecure), "key exchange: ", TlsAdvice.KEY_EXCHANGE);
    }

    private void certificates() {
        List<CertificateFacts> weak =
                facts.certificates().stream().filter(TlsFindings::isWeak).toList();
        List<String> seen = weak.stream()
                .map(one -> "key " + one.key() + ", signatures " + one.signatures())
                .toList();
        Severity severity = severity(weak.stream().anyMatch(TlsFindings::isInsecure));
        say(TlsChecks.WEAK_CERTIFICATE, seen, severity, "certificate: ", TlsAdvice.CERTIFICATE);
    }

    private static boolean isInsecure(CertificateFacts one) {
        return one.strength() < INSECURE_BITS || one.isSignedInsecurely();
    }

    private static boolean isWeak(CertificateFacts one) {
        return isInsecure(one) || one.strength() < WEAK_BITS || one.isSignedWeakly();
    }

    /** Trust and name have findings of their own, so they are left aside. */
    private void grade() {
        if (!rating.security().isWorseThan(Letter.B)) {
            say(TlsChecks.POOR_GRADE, List.of(), Severity.MEDIUM, "", TlsAdvice.GRADE);
            return;
        }
        List<String> reasons = rating.reasons().stream()
                .filter(reason ->
                        reason.cap().isWorseThan(Letter.B) && !reason.cap().isWorseThan(Letter.F))
                .map(Reason::toString)
                .toList();
        Severity severity = rating.security() == Letter.C ? Severity.MEDIUM : Severity.HIGH;
        report.failed(TlsChecks.POOR_GRADE, severity, numbers() + shown(reasons), TlsAdvice.GRADE);
    }

    private String numbers() {
        Score score = rating.score();
        return "grade " + rating.security() + ", score " + Math.round(score.total()) + " (protocol "
                + Math.round(score.protocol()) + ", key exchange " + score.keyExchange() + ", cipher "
                + Math.round(score.cipher()) + "); ";
    }

    private static Severity severity(boolean insecure) {
        return insecure ? Severity.HIGH : Severity.MEDIUM;
    }

    private List<String> names(Predicate<CipherSuite> kind) {
        return facts.suites().filter(kind).map(CipherSuite::name).toList();
    }

    private void say(Check check, List<String> seen, Severity severity, String before, String advice) {
        if (!seen.isEmpty()) {
            report.failed(check, severity, before + shown(seen), advice);
        } else if (complete) {
            report.passed(check);
        }
    }

    private static String shown(List<String> texts) {
        String more = texts.size() > SHOWN ? " and " + (texts.size() - SHOWN) + " more" : "";
        return texts.stream().limit(SHOWN).collect(Collectors.joining(", ")) + more;
    }
}
