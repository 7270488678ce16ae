package io.secplat.api.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far this server has seen the chain reach; a chain never becomes shorter, whatever the database says. */
public final class Watermark {

    /** A place in the chain and the mac of its link. */
    public record Mark(long seq, String mac) {

        private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

        /** A mark as the journal tells it, {@code seq:mac}; empty for other text. */
        public static Optional<Mark> parse(String text) {
            Matcher parts = SHAPE.matcher(text);
            return parts.matches()
                    ? Optional.of(new Mark(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }
    }

    private Mark highest = new Mark(0, "");

    /** The chain reached this head. */
    synchronized void saw(ChainHead head) {
        if (head.seq() > highest.seq) {
            highest = new Mark(head.seq(), head.mac());
        }
    }

    /** Whether the chain was longer before, or ended with another row in the same place. */
    synchronized boolean isBeyond(ChainHead head) {
        return head.seq() < highest.seq
                || (head.seq() == highest.seq && !head.mac().equals(highest.mac));
    }

    /** The highest place seen; empty before the first. */
    synchronized Optional<Mark> highest() {
        return highest.seq == 0 ? Optional.empty() : Optional.of(highest);
    }
}
