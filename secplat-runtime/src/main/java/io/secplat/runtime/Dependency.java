package io.secplat.runtime;

import java.util.Locale;

/** Another system that a role works with. */
public enum Dependency {
    POSTGRES("PostgreSQL"),
    REDIS("Redis"),
    OPENSEARCH("OpenSearch");

    private final String title;

    Dependency(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** The name of its health check. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
