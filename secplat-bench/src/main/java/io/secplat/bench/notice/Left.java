package io.secplat.bench.notice;

import java.util.Optional;

/**
 * Messages that are not settled.
 *
 * @param pending read and not settled
 * @param unread not read yet
 */
record Left(long pending, long unread) {

    long count() {
        return pending + unread;
    }

    boolean isNothing() {
        return count() == 0;
    }

    /** For people; empty is what nobody can tell while Redis is away. */
    static String words(Optional<Left> left) {
        return left.map(rest -> rest.pending() + " pending, " + rest.unread() + " unread")
                .orElse("what Redis does not tell, since it is away");
    }
}
