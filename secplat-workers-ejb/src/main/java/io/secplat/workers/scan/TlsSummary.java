package io.secplat.workers.scan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A TLS server and its grade, as the summary of a job tells it.
 *
 * @param grade A+ to F, T or M
 * @param security the grade with trust and name of the certificate left aside
 * @param score 0 to 100, before any rule
 * @param complete whether the server answered every question within the limits of a scan
 * @param protocols {@code TLS 1.3} and so on, newest first
 * @param suites by their names in the IANA registry, each once, in the order in which the server chose them
 * @param keyExchanges for people: {@code ECDH x25519}
 * @param ownPreference whether the server's order of suites counts; empty when that is not known
 * @param certificate empty when none was seen
 * @param reasons why the grade is not better, the heaviest first
 */
public record TlsSummary(
        String grade,
        String security,
        int score,
        boolean complete,
        List<String> protocols,
        List<String> suites,
        List<String> keyExchanges,
        Optional<Boolean> ownPreference,
        Optional<Certificate> certificate,
        List<String> reasons) {

    public TlsSummary {
        protocols = List.copyOf(protocols);
        suites = List.copyOf(suites);
        keyExchanges = List.copyOf(keyExchanges);
        reasons = List.copyOf(reasons);
    }

    /**
     * The host's own certificate.
     *
     * @param names those it is for, at most {@value #MOST_NAMES}
     * @param signatures how the certificates of the chain are signed, the host's own first
     * @param distrust why it is not believed, apart from name and end; empty when it is
     */
    public record Certificate(
            String subject,
            String issuer,
            List<String> names,
            Instant expiresAt,
            long daysLeft,
            String key,
            List<String> signatures,
            Optional<String> distrust,
            boolean named) {

        public static final int MOST_NAMES = 50;

        public Certificate {
            names = List.copyOf(names);
            signatures = List.copyOf(signatures);
        }
    }
}
