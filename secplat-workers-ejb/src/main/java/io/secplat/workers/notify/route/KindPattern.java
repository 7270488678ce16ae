package io.secplat.workers.notify.route;

/** A kind such as {@code asset.down}, or the beginning of kinds such as {@code asset.*}; {@code *} alone is every kind. */
public record KindPattern(String text) {

    private static final String FORM = "[A-Za-z0-9._-]{0,64}\\*|[A-Za-z0-9._-]{1,64}";

    public KindPattern {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException(
                    "a kind has 1 to 64 of A-Z a-z 0-9 . _ - and may end with one *, was " + text);
        }
    }

    static boolean isValid(String text) {
        return text.matches(FORM);
    }

    boolean covers(String kind) {
        return text.endsWith("*") ? kind.startsWith(text.substring(0, text.length() - 1)) : kind.equals(text);
    }
}
