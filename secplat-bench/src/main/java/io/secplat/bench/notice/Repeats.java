package io.secplat.bench.notice;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a service that cannot be asked was told again, and what befell the telling before: its answer was lost, or something was
 * done to the run about then.
 *
 * @param several the posts of each message that was told more than once
 * @param unheard those whose answer the service lost
 */
record Repeats(Collection<List<Post>> several, Set<Post> unheard, Diary diary) {

    private record Pair(Post before, Post again) {

        Duration apart() {
            return Duration.between(before.at(), again.at());
        }
    }

    /** One line for people: how many, of which cause, how many for each kill, and how far apart at most. */
    String line(Service service) {
        List<Pair> pairs = several.stream().flatMap(Repeats::pairs).distinct().toList();
        long kills = diary.counts().getOrDefault("kill", 0L);
        Map<String, Long> causes = pairs.stream()
                .collect(Collectors.groupingBy(pair -> cause(pair.before()), TreeMap::new, Collectors.counting()));
        double longest = pairs.stream()
                .map(Pair::apart)
                .max(Comparator.naturalOrder())
                .map(apart -> apart.toNanos() / 1e9)
                .orElse(0.0);
        return String.format(
                Locale.ROOT,
                "%s twice %d %s, %d by %d kills, at most %.3f s apart",
                service.wire(),
                pairs.size(),
                causes,
                causes.getOrDefault("kill", 0L),
                kills,
                longest);
    }

    /** A post of several messages is one of each. */
    private static Stream<Pair> pairs(List<Post> posts) {
        List<Post> ordered =
                posts.stream().sorted(Comparator.comparing(Post::at)).toList();
        return IntStream.range(1, ordered.size()).mapToObj(at -> new Pair(ordered.get(at - 1), ordered.get(at)));
    }

    private String cause(Post before) {
        return unheard.contains(before)
                ? "answer_lost"
                : diary.nearest(before.at()).orElse("unknown");
    }
}
