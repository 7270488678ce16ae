package io.secplat.local.launch;

import io.secplat.runtime.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Every process of the platform under the name people type, with its usual port; in starting order. */
public enum Part {
    POSTGRES(Kind.STORE, 15432),
    REDIS(Kind.STORE, 16379),
    OPENSEARCH(Kind.STORE, 19200),
    INBOX(Kind.HELPER, 9025),
    VERIFY_WEB(Kind.HELPER, 9090),
    SHOP(Kind.HELPER, 9091),
    API(Kind.SERVER, 9080),
    INGESTION(Kind.SERVER, 9081),
    DERIVER(Kind.SERVER, 9082),
    SCAN_WORKERS(Kind.SERVER, 9083),
    CORRELATOR(Kind.SERVER, 9084),
    NOTIFIER(Kind.SERVER, 9085),
    /** All roles in one server, in the place of the six above. */
    ALL(Kind.SERVER, 9080);

    /** What sort of process it is. */
    public enum Kind {
        STORE,
        HELPER,
        SERVER
    }

    private final Kind kind;
    private final int usualPort;

    Part(Kind kind, int usualPort) {
        this.kind = kind;
        this.usualPort = usualPort;
    }

    public Kind kind() {
        return kind;
    }

    int usualPort() {
        return usualPort;
    }

    /** For instance {@code scan-workers}; for a server also its role and the name of its configuration. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The roles of a server; none for other parts. */
    Set<Role> roles() {
        return this == ALL
                ? Set.of(Role.values())
                : Role.of(title()).map(Set::of).orElse(Set.of());
    }

    /** The environment variable that changes its port. */
    public String portVariable() {
        return "SECPLAT_" + (this == ALL ? API : this).name() + "_PORT";
    }

    /** Whether it answers the API's calls and serves the website. */
    boolean isFrontDoor() {
        return this == API || this == ALL;
    }

    public static Optional<Part> of(String title) {
        return Arrays.stream(values())
                .filter(part -> part.title().equals(title))
                .findFirst();
    }

    /** The parts of a platform with one server for each role, or with a single server for all of them. */
    public static List<Part> of(boolean single) {
        return Arrays.stream(values())
                .filter(part -> part.kind != Kind.SERVER || (part == ALL) == single)
                .toList();
    }
}
