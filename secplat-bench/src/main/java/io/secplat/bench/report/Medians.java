package io.secplat.bench.report;

import java.util.List;
import java.util.stream.IntStream;

/** Of several rounds, the middle: one disturbed round changes nothing. */
public final class Medians {

    private Medians() {}

    /** The middle one, or the mean of the two in the middle; NaN of none. */
    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The middle of the ratios within each round: what slows a whole round cancels out. */
    public static double ofRatios(List<Double> values, List<Double> references) {
        if (values.size() != references.size()) {
            throw new IllegalArgumentException("a ratio needs both figures of each round");
        }
        return of(IntStream.range(0, values.size())
                .mapToObj(round -> values.get(round) / references.get(round))
                .toList());
    }
}
