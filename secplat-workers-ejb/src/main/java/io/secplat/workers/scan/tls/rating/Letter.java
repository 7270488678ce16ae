package io.secplat.workers.scan.tls.rating;

/**
 * Grades, best first (guide, table 1 and changes in 2009e). The last two stand apart: where the certificate is not trusted (T)
 * or is for another name (M), the security of the rest does not matter.
 */
public enum Letter {
    A_PLUS("A+"),
    A("A"),
    A_MINUS("A-"),
    B("B"),
    C("C"),
    D("D"),
    E("E"),
    F("F"),
    T("T"),
    M("M");

    private final String text;

    Letter(String text) {
        this.text = text;
    }

    /** The letter of a score from 0 to 100. */
    static Letter of(double score) {
        if (score >= 80) {
            return A;
        }
        if (score >= 65) {
            return B;
        }
        if (score >= 50) {
            return C;
        }
        return score >= 35 ? D : score >= 20 ? E : F;
    }

    public boolean isWorseThan(Letter other) {
        return compareTo(other) > 0;
    }

    /** Whether it speaks of trust and not of security. */
    boolean isAboutTrust() {
        return this == T || this == M;
    }

    @Override
    public String toString() {
        return text;
    }
}
