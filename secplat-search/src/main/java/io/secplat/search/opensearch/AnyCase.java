package io.secplat.search.opensearch;

import java.util.stream.Collectors;

/** A Lucene pattern that matches a text whatever the case of its letters. */
final class AnyCase {

    private AnyCase() {}

    static String pattern(String text) {
        return text.codePoints().mapToObj(AnyCase::either).collect(Collectors.joining());
    }

    /** Letters in both cases; everything else taken by its word, since it may mean something in a pattern. */
    private static String either(int letter) {
        int lower = Character.toLowerCase(letter);
        int upper = Character.toUpperCase(letter);
        if (lower != upper) {
            return "[" + Character.toString(lower) + Character.toString(upper) + "]";
        }
        return Character.isLetterOrDigit(letter) ? Character.toString(letter) : "\\" + Character.toString(letter);
    }
}
