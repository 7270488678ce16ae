package io.secplat.workers.scan.headers.seen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as scripts of the web treat it: their white space is wider than Java's and holds no-break spaces and the byte order mark. */
public final class Text {

    private static final String SPACE =
            "[\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF]+";
    private static final Pattern SPACES = Pattern.compile(SPACE);
    private static final Pattern LEADING = Pattern.compile("^" + SPACE);

    private Text() {}

    /** Without white space at both ends. */
    public static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return LEADING.matcher(text.substring(0, end)).replaceFirst("");
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** At most so many characters from its beginning. */
    public static String first(int most, String text) {
        return text.substring(0, Math.min(most, text.length()));
    }

    /** The words between white space; one empty word for an empty text. */
    public static List<String> words(String text) {
        return Arrays.asList(SPACES.split(trimmed(text), -1));
    }

    private static boolean isSpace(char c) {
        return SPACES.matcher(String.valueOf(c)).matches();
    }
}
