package io.secplat.workers.scan.headers.csp;

import java.text.Normalizer;

/**
 * The order of the Unicode Collation Algorithm's root table (Unicode Technical Standard 10) for what stands in policies:
 * lower-case ASCII exactly, other letters after those they are made of. Which sources stand side by side depends on it, and
 * so does what is left of them.
 */
final class SourceOrder {

    private static final String ASCII = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

    private SourceOrder() {}

    /** A text whose natural order is the order of the source; equal ones are told apart by their length. */
    static String key(String source) {
        return Normalizer.normalize(source, Normalizer.Form.NFD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .filter(c -> !Character.isISOControl(c))
                .map(SourceOrder::weight)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int weight(int c) {
        int place = ASCII.indexOf(c);
        return place >= 0 ? place : Math.min(c + ASCII.length(), Character.MAX_CODE_POINT);
    }
}
