package io.secplat.workers.scan.headers.csp;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of the Unicode Collation Algorithm's root table (Unicode Technical Standard 10) for what stands in policies: lower-case ASCII exactly, other
 * letters after those they are made of. Which sources stand side by side depends on it, and so does what is left of them.
 */
final class SourceOrder implements Comparator<String> {

    static final SourceOrder ROOT = new SourceOrder();

    private static final String ASCII = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    private SourceOrder() {}

    @Override
    public int compare(String one, String other) {
        int[] left = weights(one);
        int[] right = weights(other);
        int primary = Arrays.compare(left, right);
        return primary != 0 ? primary : one.length() - other.length();
    }

    private static int[] weights(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(c -> !Character.isISOControl(c))
                .map(SourceOrder::weight)
                .toArray();
    }

    private static int weight(int c) {
        int place = ASCII.indexOf(c);
        return place >= 0 ? place : ASCII.length() + c;
    }
}
