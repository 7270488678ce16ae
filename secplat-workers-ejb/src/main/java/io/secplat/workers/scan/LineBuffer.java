package io.secplat.workers.scan;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Lines that wait to be sent; they go only when they have arrived. A full buffer drops what is new. */
final class LineBuffer implements ScanLog {

    /** What one call of the API takes. */
    static final int MOST_AT_ONCE = 500;

    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 4_000;

    private final Deque<String> lines = new ArrayDeque<>();

    @Override
    public synchronized void line(String text) {
        if (lines.size() < MOST) {
            String oneLine = text.replaceAll("\\p{Cntrl}", " ");
            lines.add(oneLine.length() <= LONGEST_LINE ? oneLine : oneLine.substring(0, LONGEST_LINE));
        }
    }

    /** The oldest lines, at most {@value #MOST_AT_ONCE}; they stay until {@link #sent}. */
    synchronized List<String> oldest() {
        return lines.stream().limit(MOST_AT_ONCE).toList();
    }

    /** So many of the oldest lines have arrived. */
    synchronized void sent(int count) {
        for (int i = 0; i < count; i++) {
            lines.remove();
        }
    }
}
