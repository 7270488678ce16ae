package io.secplat.workers.notify.route;

/** A pattern of asset keys: {@code *} stands for any text, {@code ?} for one character. */
public record Glob(String text) {

    private static final String FORM = "[A-Za-z0-9._:*?-]{1,128}";

    public Glob {
        if (!text.matches(FORM)) {
            throw new IllegalArgumentException("a pattern of asset keys has 1 to 128 of A-Z a-z 0-9 . _ : - * ?");
        }
    }

    static boolean isValid(String text) {
        return text.matches(FORM);
    }

    /** Goes back to the last star only, so that no key takes longer than the product of both lengths. */
    boolean covers(String key) {
        int place = 0;
        int star = -1;
        int begin = 0;
        int at = 0;
        while (at < key.length()) {
            if (place < text.length() && text.charAt(place) == '*') {
                star = place++;
                begin = at;
            } else if (fits(place, key.charAt(at))) {
                place++;
                at++;
            } else if (star >= 0) {
                place = star + 1;
                at = ++begin;
            } else {
                return false;
            }
        }
        return text.substring(place).chars().allMatch(rest -> rest == '*');
    }

    private boolean fits(int place, char letter) {
        return place < text.length() && (text.charAt(place) == '?' || text.charAt(place) == letter);
    }
}
