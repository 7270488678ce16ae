package io.secplat.bench.notice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a seed.
 *
 * @param messages published
 * @param told what services accepted, in words
 * @param seconds until nothing was left to do
 * @param remarks what else is worth knowing, in words
 * @param broken what was not as it must be, by kind; a kind without any is well
 */
record Verdict(
        long seed,
        int messages,
        String told,
        double seconds,
        Map<String, Long> deeds,
        List<String> remarks,
        Map<String, List<String>> broken) {

    private static final int MOST_PRINTED = 10;

    boolean isWell() {
        return broken.values().stream().allMatch(List::isEmpty);
    }

    /** One line for people. */
    String line() {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "seed %d: %d messages, told %s in %.0f s", seed, messages, told, seconds));
        broken.forEach(
                (kind, found) -> line.append(", ").append(kind).append(' ').append(found.size()));
        remarks.forEach(remark -> line.append(", ").append(remark));
        return line.append(", done to it ")
                .append(deeds)
                .append(isWell() ? ", all well" : ", BROKEN")
                .toString();
    }

    /** A line for each thing that is broken, the first few of each kind. */
    List<String> details() {
        return broken.values().stream()
                .flatMap(found -> found.stream().limit(MOST_PRINTED))
                .toList();
    }
}
