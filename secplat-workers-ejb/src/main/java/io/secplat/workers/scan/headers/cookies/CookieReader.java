package io.secplat.workers.scan.headers.cookies;

import io.secplat.workers.scan.headers.seen.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads {@code Set-Cookie} lines (RFC 6265, section 5.2; SameSite as in its successor). */
public final class CookieReader {

    private static final Set<String> SAME_SITE = Set.of("strict", "lax", "none");

    private CookieReader() {}

    /** The cookie of the line; empty when it has no name or holds control characters. */
    static Optional<Cookie> read(String line) {
        List<String> parts = Arrays.asList(Text.trimmed(line).split(";", -1));
        String[] pair = parts.get(0).split("=", 2);
        if (pair.length < 2 || pair[0].isEmpty() || hasControl(pair[0]) || hasControl(pair[1])) {
            return Optional.empty();
        }
        return Optional.of(cookie(
                Text.trimmed(pair[0]),
                parts.stream().skip(1).map(Attribute::read).toList()));
    }

    /** Whether a part of the line is named SameSite and says none of the three values that there are. */
    public static boolean misusesSameSite(String line) {
        return Arrays.stream(line.split(";", -1)).map(Text::trimmed).anyMatch(part -> {
            String[] sides = part.split("=", -1);
            return Text.lower(Text.trimmed(sides[0])).equals("samesite")
                    && !(sides.length > 1 && SAME_SITE.contains(Text.lower(Text.trimmed(sides[1]))));
        });
    }

    private static Cookie cookie(String name, List<Attribute> attributes) {
        return new Cookie(
                name,
                last(attributes, "domain", Attribute::hasValue)
                        .map(Attribute::domain)
                        .orElse(""),
                last(attributes, "path", any -> true)
                        .map(Attribute::value)
                        .filter(path -> path.startsWith("/"))
                        .orElse(""),
                last(attributes, "secure", any -> true).isPresent(),
                last(attributes, "httponly", any -> true).isPresent(),
                last(attributes, "samesite", any -> true)
                        .map(attribute -> Text.lower(attribute.value()))
                        .filter(SAME_SITE::contains)
                        .orElse(""));
    }

    private static Optional<Attribute> last(List<Attribute> all, String name, Predicate<Attribute> counts) {
        Stream<Attribute> named =
                all.stream().filter(attribute -> attribute.name().equals(name));
        return named.filter(counts).reduce((earlier, later) -> later);
    }

    private static boolean hasControl(String text) {
        return Text.trimmed(text).chars().anyMatch(c -> c < ' ');
    }

    private record Attribute(String name, String value) {

        static Attribute read(String text) {
            String[] sides = Text.trimmed(text).split("=", 2);
            return new Attribute(Text.lower(Text.trimmed(sides[0])), sides.length == 1 ? "" : Text.trimmed(sides[1]));
        }

        boolean hasValue() {
            return !domain().isEmpty();
        }

        String domain() {
            return Text.lower(value.replaceFirst("^\\.", ""));
        }
    }
}
