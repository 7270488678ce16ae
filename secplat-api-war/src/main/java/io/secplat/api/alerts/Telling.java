package io.secplat.api.alerts;

/** What people are told about an asset. */
public enum Telling {
    DOWN("asset.down"),
    RECOVERED("asset.recovered"),
    FLAPPING("asset.flapping");

    private final String kind;

    Telling(String kind) {
        this.kind = kind;
    }

    /** The {@code kind} of the notification. */
    public String kind() {
        return kind;
    }
}
