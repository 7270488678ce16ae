package io.secplat.bench.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * In which posts each message was told. A post names what it tells; one that stands for many names some of them, and records lead
 * to it from the others: as many as it says there are.
 */
final class Findings {

    /** How much later than its record a post may be by the clock. */
    private static final Duration SKEW = Duration.ofMillis(50);

    private final List<Post> posts;
    private final Map<String, Told> byEvent = new HashMap<>();
    private final Map<Integer, List<Integer>> places = new TreeMap<>();
    private final Map<String, List<Integer>> byReference = new HashMap<>();
    private final Map<Integer, Integer> unnamed = new HashMap<>();

    Findings(List<Told> published, List<Post> posts) {
        this.posts = posts;
        published.forEach(told -> byEvent.put(told.eventId(), told));
        for (int place = 0; place < posts.size(); place++) {
            Post post = posts.get(place);
            byReference
                    .computeIfAbsent(post.reference(), none -> new ArrayList<>())
                    .add(place);
            unnamed.put(place, post.unnamed());
            for (Integer number : post.numbers()) {
                places.computeIfAbsent(number, none -> new ArrayList<>()).add(place);
            }
        }
    }

    /** Looks for the post that a record leads to, unless that names the message itself; earlier records come first. */
    void record(NoticeRecord one) {
        Told told = byEvent.get(one.about());
        if (told == null
                || posts(told).stream().anyMatch(post -> post.reference().equals(one.reference()))) {
            return;
        }
        Optional<Integer> place = byReference.getOrDefault(one.reference(), List.of()).stream()
                .filter(at -> unnamed.getOrDefault(at, 0) > 0)
                .filter(at -> posts.get(at).mayStandFor(told))
                .filter(at -> !posts.get(at).at().isAfter(one.at().plus(SKEW)))
                .reduce((earlier, later) -> later);
        if (place.isPresent()) {
            places.computeIfAbsent(told.number(), none -> new ArrayList<>()).add(place.get());
            int unused = unnamed.merge(place.get(), -1, Integer::sum);
        }
    }

    List<Post> posts(Told told) {
        return at(told).map(posts::get).toList();
    }

    /** The place of its first post among all. */
    int place(Told told) {
        return at(told).min(Integer::compare).orElseThrow();
    }

    private Stream<Integer> at(Told told) {
        return places.getOrDefault(told.number(), List.of()).stream();
    }
}
