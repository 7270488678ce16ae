package io.secplat.contracts.model;

import java.util.Set;
import java.util.regex.Pattern;

/** The stable name of an asset: 1 to 128 characters of {@code [A-Za-z0-9._:-]}, the first a letter or digit. */
public record AssetKey(String value) implements Comparable<AssetKey> {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    /** Path segments that the posture API uses itself, so no new asset may be called so. */
    public static final Set<String> RESERVED = Set.of("summary", "overview", "trend", "reports", "alert");

    public AssetKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("asset key must match " + SHAPE + ", was \"" + value + "\"");
        }
    }

    /** Whether the text has the shape of an asset key. */
    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(AssetKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
