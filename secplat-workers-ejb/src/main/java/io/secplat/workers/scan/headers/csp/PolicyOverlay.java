package io.secplat.workers.scan.headers.csp;

import io.secplat.workers.scan.headers.seen.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays one policy after the other over the sources so far: what a later one does not name as well falls away. */
final class PolicyOverlay {

    private static final Set<String> MAY_REPEAT = Set.of("report-uri", "report-to");
    private static final String NOTHING = "'none'";

    private final Map<String, List<Source>> lists = new LinkedHashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();
    private final boolean several;
    private int policy;

    /** @param several whether more than one policy comes */
    PolicyOverlay(boolean several) {
        this.several = several;
    }

    void add(String text) throws MalformedPolicyException {
        Set<String> seen = new HashSet<>();
        for (String directive : text.split(";", -1)) {
            List<String> words = Text.words(directive);
            if (!words.get(0).isEmpty()) {
                String name = Text.lower(words.get(0));
                note(name, seen);
                lay(name, words.subList(1, words.size()));
            }
        }
        policy++;
    }

    Csp result() {
        Map<String, Set<String>> directives = new LinkedHashMap<>();
        lists.forEach((name, sources) -> directives.put(name, texts(sources)));
        return new Csp(directives, repeated);
    }

    private void note(String name, Set<String> seen) throws MalformedPolicyException {
        if (seen.add(name)) {
            return;
        }
        if (!MAY_REPEAT.contains(name)) {
            throw new MalformedPolicyException("a directive twice");
        }
        repeated.add(name);
    }

    private void lay(String name, List<String> values) throws MalformedPolicyException {
        List<Source> together = new ArrayList<>(policy == 0 ? List.of() : lists.getOrDefault(name, List.of()));
        boolean first = policy == 0;
        values.forEach(value -> together.add(new Source(Text.lower(value), policy, first)));
        if (values.isEmpty() && name.endsWith("-src")) {
            together.add(new Source(NOTHING, policy, first));
        }
        together.sort(Source.ORDER);
        for (int i = 1; i < together.size(); i++) {
            together.get(i).after(together.get(i - 1));
        }
        List<Source> left = together.stream().filter(Source::isKept).toList();
        lists.put(name, left);
        if (first && several) {
            left.forEach(Source::doubt);
        }
    }

    private static Set<String> texts(List<Source> sources) {
        return sources.isEmpty()
                ? Set.of(NOTHING)
                : sources.stream().map(Source::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
