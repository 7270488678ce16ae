package io.secplat.workers.scan.headers.suffix;

import io.secplat.workers.scan.headers.PublicSuffixes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixList;
import org.apache.hc.client5.http.psl.PublicSuffixListParser;

/** Applies the rules of the Public Suffix List by its published algorithm; a name under no rule has its last label as suffix. */
public final class ListedSuffixes implements PublicSuffixes {

    private static final String RESOURCE = "/org/publicsuffix/list/effective_tld_names.dat";
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,255}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?" + "(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final Rules registries;
    private final Rules all;

    private ListedSuffixes(List<PublicSuffixList> lists) {
        registries = Rules.of(lists.stream()
                .filter(list -> list.getType() == DomainType.ICANN)
                .toList());
        all = Rules.of(lists);
    }

    /** The list that the library brings. */
    public static ListedSuffixes bundled() {
        try (InputStream in = PublicSuffixListParser.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the Public Suffix List is missing");
            }
            return new ListedSuffixes(
                    new PublicSuffixListParser().parseByType(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> registrableDomain(String host, Scope scope) {
        String name = withoutDotsBehind(host);
        if (!HOST.matcher(name).matches() || ADDRESS.matcher(name).matches()) {
            return Optional.empty();
        }
        String suffix = (scope == Scope.REGISTRIES ? registries : all).suffix(name);
        return suffix.length() == name.length() ? Optional.empty() : Optional.of(oneMore(name, suffix));
    }

    private static String withoutDotsBehind(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end);
    }

    private static String oneMore(String name, String suffix) {
        int before = name.lastIndexOf('.', name.length() - suffix.length() - 2);
        return name.substring(before + 1);
    }

    private record Rules(Set<String> suffixes, Set<String> exceptions) {

        static Rules of(List<PublicSuffixList> lists) {
            Set<String> suffixes = new HashSet<>();
            Set<String> exceptions = new HashSet<>();
            lists.forEach(list -> {
                suffixes.addAll(ascii(list.getRules()));
                exceptions.addAll(ascii(list.getExceptions()));
            });
            return new Rules(suffixes, exceptions);
        }

        /** Of the rules that fit, the longest; an exception loses its first label. */
        String suffix(String name) {
            for (String rest = name; ; rest = parent(rest)) {
                if (exceptions.contains(rest)) {
                    return parent(rest);
                }
                if (suffixes.contains(rest)
                        || suffixes.contains("*." + parent(rest))
                        || parent(rest).isEmpty()) {
                    return rest;
                }
            }
        }

        private static String parent(String name) {
            int dot = name.indexOf('.');
            return dot < 0 ? "" : name.substring(dot + 1);
        }

        private static String ascii(String rule) {
            return IDN.toASCII(rule, IDN.ALLOW_UNASSIGNED);
        }

        private static List<String> ascii(Collection<String> rules) {
            return rules.stream()
                    .map(rule -> rule.startsWith("*.") ? "*." + ascii(rule.substring(2)) : ascii(rule))
                    .toList();
        }
    }
}
