package io.secplat.workers.scan.headers.csp;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all policies of a page allow together.
 *
 * @param directives sources by directive, both in lower case
 * @param repeated reporting directives that one policy names twice
 */
public record Csp(Map<String, Set<String>> directives, Set<String> repeated) {

    public static final Csp NONE = new Csp(Map.of(), Set.of());

    public Optional<Set<String>> sources(String directive) {
        return Optional.ofNullable(directives.get(directive));
    }

    public boolean isEmpty() {
        return directives.isEmpty() && repeated.isEmpty();
    }

    /** Without those directives. */
    Csp without(Set<String> names) {
        Map<String, Set<String>> rest = new LinkedHashMap<>(directives);
        rest.keySet().removeAll(names);
        return new Csp(rest, repeated);
    }

    /** A copy whose lists may be changed. */
    public Map<String, Set<String>> copy() {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        directives.forEach((name, sources) -> copy.put(name, new LinkedHashSet<>(sources)));
        return copy;
    }
}
