package io.secplat.workers.scan.tls;

import io.secplat.contracts.model.Severity;
import io.secplat.guard.TlsPeer;
import io.secplat.workers.scan.ScanReport;
import java.time.Duration;
import java.time.Instant;

/** Judges the certificate of a host. */
final class CertificateChecks {

    private static final long SOON_DAYS = 14;

    private CertificateChecks() {}

    static void judge(TlsPeer peer, Instant now, ScanReport.Draft report) {
        verification(peer, report);
        expiry(peer, now, report);
    }

    private static void verification(TlsPeer peer, ScanReport.Draft report) {
        if (peer.distrust().isEmpty()) {
            report.passed(TlsChecks.VERIFICATION);
            return;
        }
        report.failed(
                TlsChecks.VERIFICATION,
                Severity.HIGH,
                peer.distrust().get() + "; " + described(peer),
                "Install a certificate that a trusted authority issued for exactly this host name, together with the "
                        + "intermediate certificates of its chain.");
    }

    private static void expiry(TlsPeer peer, Instant now, ScanReport.Draft report) {
        Duration left = Duration.between(now, peer.expiresAt());
        String advice =
                "Renew the certificate and reload the server; renew by an automatic client (ACME), so that it does "
                        + "not come this far again.";
        if (left.isNegative()) {
            report.failed(TlsChecks.EXPIRED, Severity.CRITICAL, described(peer), advice);
            report.passed(TlsChecks.EXPIRING);
            return;
        }
        report.passed(TlsChecks.EXPIRED);
        if (left.toDays() > SOON_DAYS) {
            report.passed(TlsChecks.EXPIRING);
        } else {
            String title = "Certificate expiring in " + left.toDays() + " days";
            report.failed(TlsChecks.EXPIRING, title, Severity.HIGH, described(peer), advice);
        }
    }

    private static String described(TlsPeer peer) {
        return "certificate of " + peer.certificate().getSubjectX500Principal().getName() + ", issued by "
                + peer.certificate().getIssuerX500Principal().getName() + ", valid until " + peer.expiresAt();
    }
}
