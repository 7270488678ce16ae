package io.secplat.workers.scan.tls.rating;

import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;

/**
 * The numbers of the guide, sections "Protocol support", "Key exchange" and "Cipher strength", each 0 to 100.
 *
 * @param keyExchange that of the weakest key: the guide names no mean of best and worst here
 */
public record Score(double protocol, int keyExchange, double cipher) {

    private static final int ANONYMOUS = 0;
    private static final int EXPORT = 40;

    static Score of(ServerFacts facts) {
        return new Score(
                mean(facts.offers().stream().mapToInt(offer -> offer.version().score())),
                keyExchange(facts),
                mean(facts.suites().mapToInt(suite -> cipher(suite.bits()))));
    }

    /** The three weighed 30, 30 and 40 to a hundred; nothing when one of them is nothing. */
    public double total() {
        return protocol == 0 || keyExchange == 0 || cipher == 0
                ? 0
                : (30 * protocol + 30 * keyExchange + 40 * cipher) / 100.0;
    }

    /** The guide halves the sum of the best and the worst. */
    private static double mean(IntStream scores) {
        IntSummaryStatistics seen = scores.summaryStatistics();
        return (seen.getMax() + seen.getMin()) / 2.0;
    }

    private static int cipher(int bits) {
        if (bits == 0) {
            return 0;
        }
        return bits < 128 ? 20 : bits < 256 ? 80 : 100;
    }

    private static int keyExchange(ServerFacts facts) {
        if (facts.takes(CipherSuite::isAnonymous)) {
            return ANONYMOUS;
        }
        int weakest = IntStream.concat(
                        facts.keys().stream().mapToInt(EphemeralKey::strength),
                        facts.certificates().stream().mapToInt(CertificateFacts::strength))
                .map(Score::key)
                .min()
                .orElse(100);
        return facts.takes(CipherSuite::isExport) ? Math.min(weakest, EXPORT) : weakest;
    }

    private static int key(int bits) {
        if (bits < 512) {
            return 20;
        }
        if (bits < 1_024) {
            return 40;
        }
        return bits < 2_048 ? 80 : bits < 4_096 ? 90 : 100;
    }
}
