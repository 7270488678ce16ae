package io.secplat.workers.scan.headers.observatory;

import io.secplat.workers.scan.headers.csp.Csp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The lists of a policy as a browser of today applies them: hashes and nonces switch off {@code 'unsafe-inline'}, and with
 * {@code 'strict-dynamic'} they switch off hosts and schemes for scripts. A list that others fall back to is one list.
 */
final class SourceLists {

    private static final Set<String> BROAD =
            Set.of("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*");
    private static final Set<String> PASSIVE = Set.of("img-src", "media-src");
    private static final Set<String> ANYTHING = Set.of("*");
    private static final String INLINE = "'unsafe-inline'";
    private static final String STRICT_DYNAMIC = "'strict-dynamic'";

    private final Map<String, Set<String>> lists;

    SourceLists(Csp csp) {
        lists = csp.copy();
        inForce("script-src").filter(SourceLists::hasHash).ifPresent(list -> list.remove(INLINE));
        inForce("style-src").filter(SourceLists::hasHash).ifPresent(list -> list.remove(INLINE));
        inForce("script-src")
                .filter(list -> hasHash(list) && list.contains(STRICT_DYNAMIC))
                .ifPresent(list -> list.removeIf(SourceLists::fallsToStrictDynamic));
    }

    /** {@code 'strict-dynamic'} without a hash or nonce lets no script run. */
    boolean isDeadlocked() {
        return !hasHash(scripts()) && scripts().contains(STRICT_DYNAMIC);
    }

    boolean scriptsAreOpen() {
        return scripts().stream().anyMatch(SourceLists::isOpen)
                || inForce("object-src").orElse(ANYTHING).stream().anyMatch(BROAD::contains);
    }

    boolean stylesAreOpen() {
        return styles().stream().anyMatch(SourceLists::isOpen);
    }

    boolean evaluates() {
        return scripts().contains("'unsafe-eval'") || styles().contains("'unsafe-eval'");
    }

    /** Whether anything but images and media may come unencrypted. */
    boolean loadsActiveInsecurely() {
        Stream<Set<String>> others = lists.entrySet().stream()
                .filter(list ->
                        !PASSIVE.contains(list.getKey()) && !list.getKey().equals("script-src"))
                .map(Map.Entry::getValue);
        return Stream.concat(others, Stream.of(scripts())).flatMap(Set::stream).anyMatch(SourceLists::isUnencrypted);
    }

    /** Whether images or media may. */
    boolean loadsPassiveInsecurely() {
        return PASSIVE.stream()
                .flatMap(directive -> inForce(directive).stream())
                .flatMap(Set::stream)
                .anyMatch(SourceLists::isUnencrypted);
    }

    boolean startsFromNothing() {
        return Set.of("'none'").equals(lists.get("default-src"));
    }

    private Set<String> scripts() {
        return inForce("script-src").orElse(ANYTHING);
    }

    private Set<String> styles() {
        return inForce("style-src").orElse(ANYTHING);
    }

    private Optional<Set<String>> inForce(String directive) {
        return Optional.ofNullable(lists.get(directive)).or(() -> Optional.ofNullable(lists.get("default-src")));
    }

    private static boolean hasHash(Set<String> list) {
        Predicate<String> hash = source -> source.matches("'(sha256|sha384|sha512|nonce)-[\\s\\S]*");
        return list.stream().anyMatch(hash);
    }

    private static boolean fallsToStrictDynamic(String source) {
        return source.equals("'self'")
                || source.equals(INLINE)
                || BROAD.stream().anyMatch(source::startsWith);
    }

    private static boolean isOpen(String source) {
        return BROAD.contains(source) || source.equals(INLINE) || source.equals("data:");
    }

    private static boolean isUnencrypted(String source) {
        return source.startsWith("http:") || source.startsWith("ftp:");
    }
}
