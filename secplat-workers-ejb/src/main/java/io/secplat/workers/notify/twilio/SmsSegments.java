package io.secplat.workers.notify.twilio;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many segments an SMS takes, each of which is paid for, and how much of a text fits into some of them. */
final class SmsSegments {

    /** The ellipsis itself is not in GSM-7. */
    private static final String CUT = "...";

    private static final Map<Integer, String> PLAIN = equivalents();

    private SmsSegments() {}

    static int count(String text) {
        return SmsAlphabet.of(text).segments(text);
    }

    /**
     * The text and below it the link, in at most so many segments. A text that is too long is cut between two characters and
     * ends in three dots; the link stays whole, or is left out when it does not fit even by itself. Characters that only make
     * a text longer, such as typographic quotes, are written plainly when the whole fits GSM-7 then.
     */
    static String fit(String text, @Nullable String link, int most) {
        String end = link == null || count("\n" + link) > most ? "" : "\n" + link;
        String plain = cut(plain(text), end, most);
        return SmsAlphabet.of(plain) == SmsAlphabet.GSM_7 ? plain : cut(text, end, most);
    }

    private static String cut(String text, String end, int most) {
        if (count(text + end) <= most) {
            return text.isEmpty() ? end.strip() : text + end;
        }
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length()) + 1;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (count(start(text, middle) + CUT + end) <= most) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? end.strip() : start(text, fits).stripTrailing() + CUT + end;
    }

    private static String start(String text, int characters) {
        return text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static Map<Integer, String> equivalents() {
        Map<Integer, String> plain = new HashMap<>();
        Stream.of("‘'", "’'", "‚'", "‛'", "′'", "‹'", "›'", "“\"", "”\"", "„\"", "‟\"", "″\"", "«\"", "»\"")
                .forEach(pair -> plain.put(pair.codePointAt(0), pair.substring(1)));
        "‐‑‒–—―−".codePoints().forEach(dash -> plain.put(dash, "-"));
        "\t\u00a0\u2007\u2009\u202f".codePoints().forEach(space -> plain.put(space, " "));
        plain.put((int) '…', CUT);
        return Map.copyOf(plain);
    }

    private static String plain(String text) {
        return text.codePoints()
                .mapToObj(character -> PLAIN.getOrDefault(character, Character.toString(character)))
                .collect(Collectors.joining());
    }
}
