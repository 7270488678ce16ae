package io.secplat.stream.redis;

import java.util.Comparator;

/** A stream entry id: milliseconds and a sequence number, both unsigned. */
record EntryId(long millis, long sequence) implements Comparable<EntryId> {

    private static final Comparator<EntryId> ORDER = Comparator.<EntryId, Long>comparing(
                    EntryId::millis, Long::compareUnsigned)
            .thenComparing(EntryId::sequence, Long::compareUnsigned);

    static EntryId parse(String text) {
        String[] parts = text.split("-", 2);
        return new EntryId(Long.parseUnsignedLong(parts[0]), parts.length == 2 ? Long.parseUnsignedLong(parts[1]) : 0);
    }

    /** The smallest id after this one. */
    EntryId next() {
        return sequence == -1L ? new EntryId(millis + 1, 0) : new EntryId(millis, sequence + 1);
    }

    @Override
    public int compareTo(EntryId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(millis) + "-" + Long.toUnsignedString(sequence);
    }
}
