package io.secplat.bench.load;

import java.util.Arrays;

/** Every single latency, so that percentiles are exact; in nanoseconds. */
public final class Latencies {

    private long[] values = new long[1 << 16];
    private int size;
    private boolean sorted = true;

    public void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
        sorted = false;
    }

    /** Takes over all that another one has. */
    public void addAll(Latencies other) {
        for (int i = 0; i < other.size; i++) {
            add(other.values[i]);
        }
    }

    public int count() {
        return size;
    }

    /** The smallest latency that so many percent do not exceed, in milliseconds; NaN without any. */
    public double percentile(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("percent must be above 0 and at most 100, was " + percent);
        }
        if (size == 0) {
            return Double.NaN;
        }
        sort();
        int rank = (int) Math.ceil(percent / 100 * size);
        return values[rank - 1] / 1e6;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
    }
}
