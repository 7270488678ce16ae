package io.secplat.workers.scan.headers.seen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The header fields of one answer; names are looked up without regard to case. */
public record HeaderFields(Map<String, List<String>> values) {

    private static final String CONTENT_TYPE = "content-type";

    /** Reads fields as they came; a name that comes in several spellings is one field. */
    public HeaderFields {
        Map<String, List<String>> byName = new TreeMap<>();
        values.forEach((name, lines) ->
                byName.merge(name.toLowerCase(Locale.ROOT), List.copyOf(lines), HeaderFields::together));
        values = Map.copyOf(byName);
    }

    /** Every line of a field, in order. */
    public List<String> lines(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * The value of a field that may come once: repeated lines are joined by a comma (RFC 9110, section 5.3), but of the type
     * of the content the first counts.
     */
    public Optional<String> value(String name) {
        List<String> lines = lines(name);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(name.equalsIgnoreCase(CONTENT_TYPE) ? lines.get(0) : String.join(", ", lines));
    }

    /** As {@link #value}; an empty value counts as none. */
    public Optional<String> nonEmpty(String name) {
        return value(name).filter(value -> !value.isEmpty());
    }

    private static List<String> together(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
