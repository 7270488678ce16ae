package io.secplat.workers.scan.tls.rating;

import static io.secplat.workers.scan.tls.rating.Protocol.SSL_2;
import static io.secplat.workers.scan.tls.rating.Protocol.SSL_3;
import static io.secplat.workers.scan.tls.rating.Protocol.TLS_1_0;
import static io.secplat.workers.scan.tls.rating.Protocol.TLS_1_1;
import static io.secplat.workers.scan.tls.rating.Protocol.TLS_1_2;
import static io.secplat.workers.scan.tls.rating.Protocol.TLS_1_3;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The rules of the guide that can be seen from outside without attacking; docs/SCANS.md lists them with what is left out. */
final class Rules {

    /** What SSL Labs calls a long max-age: 180 days. */
    static final long LONG_HSTS_SECONDS = 15_552_000;

    private static final int INSECURE_BITS = 1_024;
    private static final int WEAK_BITS = 2_048;
    private static final String INSECURE_SIGNATURE = "a certificate is signed with MD2, MD4 or MD5";
    private static final String INSECURE_KEY = "the certificate's key is below 1024 bits";

    private record Rule(Reason reason, Predicate<ServerFacts> broken) {}

    private static final List<Rule> ALL = List.of(
            rule(Letter.F, "2009c", "SSL 2.0 is offered", seen -> seen.speaks(SSL_2)),
            rule(Letter.F, "2009i", "SSL 3.0 is the newest version offered", seen -> seen.newest() == SSL_3),
            rule(Letter.C, "2009h", "SSL 3.0 with CBC suites is open to POODLE", Rules::isOpenToPoodle),
            rule(Letter.B, "2009i", "SSL 3.0 is offered", seen -> seen.speaks(SSL_3)),
            rule(Letter.B, "2009q", "TLS 1.0 is offered", seen -> seen.speaks(TLS_1_0)),
            rule(Letter.B, "2009q", "TLS 1.1 is offered", seen -> seen.speaks(TLS_1_1)),
            rule(Letter.C, "2009j", "neither TLS 1.2 nor 1.3 is offered", seen -> !seen.speaks(TLS_1_2, TLS_1_3)),
            rule(
                    Letter.F,
                    "Key exchange",
                    "anonymous suites are offered",
                    seen -> seen.takes(CipherSuite::isAnonymous)),
            rule(
                    Letter.F,
                    "Cipher strength",
                    "suites without encryption are offered",
                    seen -> seen.takes(CipherSuite::isNull)),
            rule(Letter.F, "FREAK and Logjam", "export suites are offered", seen -> seen.takes(CipherSuite::isExport)),
            rule(Letter.F, "2009k", "all suites are RC4", seen -> seen.suites().allMatch(CipherSuite::isRc4)),
            rule(Letter.C, "2009j", "modern clients get RC4", seen -> seen.prefers(CipherSuite::isRc4)),
            rule(Letter.B, "2009i", "RC4 is offered", seen -> seen.takes(CipherSuite::isRc4)),
            rule(
                    Letter.C,
                    "2009n",
                    "modern clients get blocks of 64 bits",
                    seen -> seen.prefers(CipherSuite::hasSmallBlocks)),
            rule(Letter.B, "2009p", "no forward secrecy", seen -> !seen.alwaysGives(CipherSuite::isForwardSecret)),
            rule(Letter.B, "2009p", "no AEAD suites", seen -> !seen.alwaysGives(CipherSuite::isAead)),
            rule(Letter.F, "FREAK and Logjam", "DH below 1024 bits", seen -> seen.hasPrimeBelow(INSECURE_BITS)),
            rule(Letter.B, "2009j", "DH below 2048 bits", seen -> seen.hasPrimeBelow(WEAK_BITS)),
            rule(Letter.F, "2009e", INSECURE_KEY, seen -> seen.hasKeyBelow(INSECURE_BITS)),
            rule(Letter.B, "2009e", "the certificate's key is below 2048 bits", seen -> seen.hasKeyBelow(WEAK_BITS)),
            rule(Letter.F, "2009e", INSECURE_SIGNATURE, seen -> is(seen, CertificateFacts::isSignedInsecurely)),
            rule(
                    Letter.T,
                    "2009n",
                    "a certificate is signed with SHA-1",
                    seen -> is(seen, CertificateFacts::isSignedWeakly)),
            rule(Letter.C, "2009j", "compression is offered (CRIME)", ServerFacts::compression),
            rule(Letter.A_MINUS, "2009e", "no secure renegotiation", seen -> !seen.secureRenegotiation()
                    .orElse(true)),
            rule(
                    Letter.A,
                    "2009e",
                    "no HSTS of 180 days or more was seen",
                    seen -> seen.hstsSeconds() < LONG_HSTS_SECONDS),
            rule(Letter.A, "2009i", "no protection against a step down", seen -> !isSafeFromStepDown(seen)),
            rule(
                    Letter.T,
                    "Certificate inspection",
                    "the certificate is not trusted",
                    seen -> is(seen, facts -> facts.distrust().isPresent())),
            rule(
                    Letter.T,
                    "Certificate inspection",
                    "the certificate has expired",
                    seen -> is(seen, CertificateFacts::expired)),
            rule(
                    Letter.M,
                    "Certificate inspection",
                    "the certificate is for another name",
                    seen -> is(seen, facts -> !facts.named())));

    private Rules() {}

    static List<Reason> reasons(ServerFacts seen) {
        return ALL.stream()
                .filter(rule -> rule.broken().test(seen))
                .map(Rule::reason)
                .sorted(Comparator.comparing(Reason::cap).reversed())
                .toList();
    }

    /** Whether it is a fault of the certificate that has a letter of its own, although nobody trusts such a certificate. */
    static boolean isInsecureCertificate(Reason reason) {
        return reason.text().equals(INSECURE_SIGNATURE) || reason.text().equals(INSECURE_KEY);
    }

    private static Rule rule(Letter cap, String section, String text, Predicate<ServerFacts> broken) {
        return new Rule(new Reason(cap, section, text), broken);
    }

    private static boolean isOpenToPoodle(ServerFacts seen) {
        boolean cbc = seen.offers().stream()
                .anyMatch(offer ->
                        offer.version() == SSL_3 && offer.suites().stream().anyMatch(CipherSuite::isCbc));
        return cbc && !seen.fallbackRefused().orElse(false);
    }

    /** By RFC 7507, by there being nothing to step down to, or by the mark of TLS 1.3 in the server's random. */
    private static boolean isSafeFromStepDown(ServerFacts seen) {
        return seen.fallbackRefused().orElse(false) || seen.offers().size() == 1 || seen.speaks(TLS_1_3);
    }

    private static boolean is(ServerFacts seen, Predicate<CertificateFacts> fault) {
        return seen.certificates().stream().anyMatch(fault);
    }
}
