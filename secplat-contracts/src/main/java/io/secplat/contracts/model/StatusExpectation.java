package io.secplat.contracts.model;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which HTTP statuses count as good: a comma list of {@code NNN}, {@code Nxx} and ranges of both, for example {@code 200},
 * {@code 2xx}, {@code 200,204} or {@code 2xx-3xx}.
 */
public record StatusExpectation(List<Range> ranges) {

    private static final Pattern PART = Pattern.compile("([1-5])(xx|XX|\\d\\d)(?:-([1-5])(xx|XX|\\d\\d))?");

    /** All statuses from {@code low} to {@code high}, both included. */
    public record Range(int low, int high) {

        public Range {
            if (low > high) {
                throw new IllegalArgumentException(
                        "expected_status must not have a range that ends before it begins, was " + low + "-" + high);
            }
        }

        boolean has(int status) {
            return low <= status && status <= high;
        }
    }

    public StatusExpectation {
        ranges = List.copyOf(ranges);
    }

    /** Reads the grammar; throws IllegalArgumentException that names {@code expected_status}. */
    public static StatusExpectation parse(String text) {
        return new StatusExpectation(Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(StatusExpectation::range)
                .toList());
    }

    /** Whether an answer with that status is a good one. */
    public boolean accepts(int status) {
        return ranges.stream().anyMatch(range -> range.has(status));
    }

    private static Range range(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected_status must be a comma list of NNN, Nxx and ranges of both");
        }
        int low = bound(matcher.group(1), matcher.group(2), "00");
        int high = matcher.group(3) == null
                ? bound(matcher.group(1), matcher.group(2), "99")
                : bound(matcher.group(3), matcher.group(4), "99");
        return new Range(low, high);
    }

    private static int bound(String hundreds, String rest, String wildcard) {
        return Integer.parseInt(hundreds + (rest.equalsIgnoreCase("xx") ? wildcard : rest));
    }
}
