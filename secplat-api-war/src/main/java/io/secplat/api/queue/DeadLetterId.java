package io.secplat.api.queue;

import java.util.Optional;
import java.util.regex.Pattern;

/** The shape of a stream's entry ids. */
final class DeadLetterId {

    private static final Pattern SHAPE = Pattern.compile("\\d{1,19}-\\d{1,19}");

    private DeadLetterId() {}

    /** The id; empty for text that is none. */
    static Optional<String> of(String text) {
        return Optional.of(text).filter(id -> SHAPE.matcher(id).matches());
    }
}
