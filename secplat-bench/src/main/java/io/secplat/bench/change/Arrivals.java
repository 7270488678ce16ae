package io.secplat.bench.change;

import io.secplat.bench.notice.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** When Slack was told of each change, first; a message may tell of several, and of more than it names. */
final class Arrivals {

    private static final Pattern ASSET = Pattern.compile("\\basset-\\d+\\b");
    private static final Pattern TITLE = Pattern.compile("^[^:]*:\\*? (.*)");
    private static final Pattern RECOVERED = Pattern.compile(" ha(s|ve) recovered");
    private static final Pattern DOWN = Pattern.compile(" (is|are) down");

    private final Map<Change, Instant> first = new HashMap<>();
    private final Map<String, List<Change>> titles;

    private Arrivals(Map<String, List<Change>> titles) {
        this.titles = titles;
    }

    /** Reads messages in the order in which they came; titles tell what a message is about besides what it names. */
    static Arrivals of(Collection<Post> posts, Map<String, List<Change>> titles) {
        Arrivals arrivals = new Arrivals(titles);
        posts.forEach(arrivals::read);
        return arrivals;
    }

    private void read(Post post) {
        boolean up = RECOVERED.matcher(post.text()).find();
        if (up || DOWN.matcher(post.text()).find()) {
            Stream.concat(Change.all(assets(post), !up).stream(), titled(post))
                    .forEach(change -> first.putIfAbsent(change, post.at()));
        }
    }

    private Stream<Change> titled(Post post) {
        return TITLE.matcher(post.text())
                .results()
                .flatMap(found -> titles.getOrDefault(found.group(1), List.of()).stream());
    }

    private static List<String> assets(Post post) {
        return ASSET.matcher(post.text() + " " + post.about())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    Map<Change, Instant> first() {
        return Map.copyOf(first);
    }

    /** How many of these were told. */
    int told(Collection<Change> changes) {
        return (int) changes.stream().filter(first::containsKey).count();
    }
}
