package io.secplat.container;

import java.util.Optional;
import java.util.stream.Stream;

/** What a server told at {@code /metrics} at one moment. */
record Scrape(String text) {

    /** The value of the figure with these labels, for example {@code state="open"}; empty when there is none. */
    Optional<Double> figure(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }

    /** The sum of all figures with these labels; 0 when there is none. */
    double sum(String name, String... labels) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") && Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
