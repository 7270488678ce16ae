package io.secplat.bench.notice.node;

import java.time.Instant;
import java.util.Optional;

/**
 * A node's word that the delivery log holds an acceptance.
 *
 * @param at when Redis had said so
 */
public record Kept(Instant at, String dedupeKey) {

    private static final String MARK = "kept ";

    /** As one line without its end. */
    String line() {
        return MARK + at + " " + dedupeKey;
    }

    /** Empty for a line that says something else. */
    public static Optional<Kept> of(String line) {
        String[] words = line.split(" ", 3);
        return line.startsWith(MARK) && words.length == 3
                ? Optional.of(new Kept(Instant.parse(words[1]), words[2]))
                : Optional.empty();
    }
}
