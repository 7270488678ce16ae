package io.secplat.workers.scan.tls.rating;

import java.util.Comparator;
import java.util.List;

/**
 * The grade of a server.
 *
 * @param letter the grade
 * @param security the grade if the certificate were trusted and for the right name, A+ to F
 * @param score the numbers before any rule
 * @param reasons why it is not better, the heaviest first
 */
public record Rating(Letter letter, Letter security, Score score, List<Reason> reasons) {

    public Rating {
        reasons = List.copyOf(reasons);
    }

    /** Grades by the guide, version 2009q. */
    public static Rating of(ServerFacts facts) {
        Score score = Score.of(facts);
        List<Reason> reasons = Rules.reasons(facts);
        Letter security = worst(
                reasons.stream().filter(reason -> !reason.cap().isAboutTrust()).toList(), score);
        return new Rating(letter(security, reasons), security, score, reasons);
    }

    /** A score that earns an A is an A+ until a reason says otherwise; the rules for A+ are such reasons. */
    private static Letter worst(List<Reason> reasons, Score score) {
        Letter byScore = Letter.of(score.total());
        Letter start = byScore == Letter.A ? Letter.A_PLUS : byScore;
        return reasons.stream()
                .map(Reason::cap)
                .filter(cap -> cap.isWorseThan(start))
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    /** An insecure signature or key is why a chain is not believed and has a letter of its own (2009e), so it goes first. */
    private static Letter letter(Letter security, List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.cap().isAboutTrust())
                .map(Reason::cap)
                .filter(cap -> reasons.stream().noneMatch(Rules::isInsecureCertificate))
                .min(Comparator.naturalOrder())
                .orElse(security);
    }
}
