package io.secplat.bench.notice;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Those who are told in a run. A mood or an outage passes by itself, at the first look after its time. */
final class Services implements AutoCloseable {

    private final Map<Service, StandIn> all = new EnumMap<>(Service.class);
    private final Map<Service, Long> well = new EnumMap<>(Service.class);
    private final Map<Service, Long> up = new EnumMap<>(Service.class);

    /** Opens these. */
    Services(List<Service> services, Clock clock) throws IOException {
        for (Service service : services) {
            StandIn unused = all.put(service, open(service, clock));
        }
    }

    private static StandIn open(Service service, Clock clock) throws IOException {
        return switch (service) {
            case SLACK -> new SlackStandIn(clock);
            case JIRA -> new JiraStandIn(clock);
            case SMS -> new TwilioStandIn(clock);
            case WEBHOOK -> new WebhookStandIn(clock);
        };
    }

    List<StandIn> all() {
        return List.copyOf(all.values());
    }

    /** The settings of a notifier that tells all of them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("CHANNELS", all.keySet().stream().map(Service::wire).collect(Collectors.joining(",")));
        all.values().forEach(one -> settings.putAll(one.settings()));
        return settings;
    }

    /** How much each accepted, in words. */
    String told() {
        List<String> words = new ArrayList<>();
        all.values().forEach(one -> words.add(one.size() + " " + one.service().wire()));
        return String.join(", ", words);
    }

    /** How much all of them accepted. */
    long size() {
        return all.values().stream().mapToLong(StandIn::size).sum();
    }

    void clear() {
        all.values().forEach(StandIn::clear);
    }

    void turn(Service service, Mood mood, long millis) throws IOException {
        host(service).be(mood);
        well.put(service, System.nanoTime() + millis * 1_000_000);
    }

    void goDown(Service service, Duration length) {
        host(service).isDown(true);
        up.put(service, System.nanoTime() + length.toNanos());
    }

    /** Whether an outage lasts. */
    boolean isDown() {
        return !up.isEmpty();
    }

    /** Ends what has lasted long enough; the names of those whose outage is over. */
    List<Service> look() throws IOException {
        for (Service service : past(well)) {
            host(service).be(Mood.WELL);
        }
        List<Service> back = past(up);
        back.forEach(service -> host(service).isDown(false));
        return back;
    }

    private static List<Service> past(Map<Service, Long> ends) {
        List<Service> past = ends.entrySet().stream()
                .filter(end -> System.nanoTime() > end.getValue())
                .map(Map.Entry::getKey)
                .toList();
        past.forEach(ends::remove);
        return past;
    }

    private Host host(Service service) {
        StandIn found = all.get(service);
        if (found == null) {
            throw new IllegalArgumentException(service.wire() + " is not told in this run");
        }
        return found.host();
    }

    @Override
    public void close() {
        all.values().forEach(StandIn::close);
    }
}
