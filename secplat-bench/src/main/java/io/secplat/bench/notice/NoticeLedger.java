package io.secplat.bench.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds what was published against what one service got and what was recorded of it. */
final class NoticeLedger {

    /** How long a call may have been on its way when another was told 429, on a machine that has much else to do. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private final Service service;
    private final List<Told> published;
    private final Diary diary;
    private final Findings found;
    private final Map<String, Integer> sent = new HashMap<>();
    private final List<String> notSent = new ArrayList<>();

    /** @param records of all services; those of others are left aside */
    NoticeLedger(Service service, List<Told> published, List<Post> posts, List<NoticeRecord> records, Diary diary) {
        this.service = service;
        this.published = published;
        this.diary = diary;
        this.found = new Findings(published, posts);
        Set<String> seen = new HashSet<>();
        records.stream()
                .filter(one -> one.channel().equals(service.channel()) && seen.add(one.eventId()))
                .sorted(Comparator.comparing(NoticeRecord::at))
                .forEach(this::record);
    }

    private void record(NoticeRecord one) {
        if (one.isSent()) {
            int unused = sent.merge(one.about(), 1, Integer::sum);
            found.record(one);
        } else {
            notSent.add(one.type() + " of " + one.about());
        }
    }

    List<String> lost() {
        return published.stream()
                .filter(told -> found.posts(told).isEmpty())
                .map(told -> say("lost: " + told))
                .toList();
    }

    List<String> doubled() {
        return published.stream()
                .filter(told -> found.posts(told).size() > 1)
                .map(told -> say("more than once: " + told + times(found.posts(told))))
                .toList();
    }

    /** The posts of each message that was told more than once. */
    List<List<Post>> several() {
        return published.stream()
                .map(found::posts)
                .filter(posts -> posts.size() > 1)
                .toList();
    }

    private String say(String what) {
        return service.wire() + " " + what;
    }

    private String times(List<Post> several) {
        return several.stream()
                        .map(post -> diary.time(post.at()) + " in " + post.thread())
                        .toList()
                + " around it "
                + diary.around(several.stream().map(Post::at).toList());
    }

    /** By the first post of each message. */
    List<String> disordered() {
        Map<String, Told> last = new HashMap<>();
        List<String> disorder = new ArrayList<>();
        for (Told told : published) {
            if (!told.subject().isEmpty() && !found.posts(told).isEmpty()) {
                Told before = last.put(told.subject(), told);
                if (before != null && found.place(told) < found.place(before)) {
                    disorder.add(say("out of order: " + told + " before " + before
                            + times(List.of(
                                    found.posts(told).get(0),
                                    found.posts(before).get(0)))));
                }
            }
        }
        return disorder;
    }

    /** Incidents that are not told in one thread or issue. */
    List<String> astray() {
        Map<Integer, Set<String>> threads = new HashMap<>();
        published.stream().filter(told -> told.incident() > 0).forEach(told -> found.posts(told)
                .forEach(post -> threads.computeIfAbsent(told.incident(), none -> new HashSet<>())
                        .add(post.thread())));
        return threads.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> say("told in several places: incident " + one.getKey() + " in " + one.getValue()))
                .toList();
    }

    /** Incidents that were closed and whose thread is not. */
    List<String> leftOpen(Predicate<String> closed) {
        return published.stream()
                .filter(told -> told.kind().equals(Told.CLOSED))
                .filter(told -> found.posts(told).stream().anyMatch(post -> !closed.test(post.thread())))
                .map(told -> say("left open: " + told + times(found.posts(told))))
                .toList();
    }

    /** Calls that came while the service had asked for time, whatever they wanted. */
    List<String> impatient(List<Call> calls) {
        return early(calls).stream()
                .map(came ->
                        say("while it had to wait: " + diary.time(came) + " around it " + diary.around(List.of(came))))
                .toList();
    }

    private static List<Instant> early(List<Call> calls) {
        List<Instant> limits = calls.stream()
                .filter(Call::isLimited)
                .map(Call::limited)
                .sorted()
                .toList();
        return calls.stream()
                .map(Call::came)
                .filter(came -> limits.stream()
                        .anyMatch(limit ->
                                came.isAfter(limit.plus(ON_ITS_WAY)) && came.isBefore(limit.plus(Host.RETRY_AFTER))))
                .toList();
    }

    /** Messages without exactly one record, and records of anything but a success. */
    List<String> misrecorded() {
        List<String> wrong = notSent.stream().map(this::say).collect(Collectors.toCollection(ArrayList::new));
        for (Told told : published) {
            int records = sent.getOrDefault(told.eventId(), 0);
            if (records != 1) {
                wrong.add(say(records + " records of " + told));
            }
        }
        return wrong;
    }
}
