package io.secplat.workers.scan.headers.seen;

import java.util.List;
import java.util.Optional;

/**
 * What an HTML page says for itself.
 *
 * @param policies contents of {@code meta http-equiv=Content-Security-Policy}, in order
 * @param referrer content of the last {@code meta name=referrer}
 * @param base {@code href} of the first {@code base}
 */
public record Page(List<String> policies, Optional<String> referrer, Optional<String> base, List<PageScript> scripts) {

    /** Of an answer that is no HTML or has no body. */
    public static final Page NONE = new Page(List.of(), Optional.empty(), Optional.empty(), List.of());

    public Page {
        policies = List.copyOf(policies);
        scripts = List.copyOf(scripts);
    }
}
