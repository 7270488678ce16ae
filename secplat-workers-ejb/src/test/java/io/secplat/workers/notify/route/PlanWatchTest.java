package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.runtime.Journal;
import io.secplat.runtime.MovingClock;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.route.ConfiguredPlan.Standing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan changes while its notifier runs. */
class PlanWatchTest {

    private static final Instant START = Instant.parse("2026-05-04T07:00:00Z");
    private static final Duration LATER = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock(START);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("notifier", clock, new PrintStream(printed, true, StandardCharsets.UTF_8));
    private Path file;
    private ConfiguredPlan plan;
    private PlanWatch watch;

    @BeforeEach
    void begin() throws IOException {
        file = directory.resolve("routes.json");
        written("ops", "slack");
        plan = new ConfiguredPlan(() -> new PlanSource(Optional.of(file.toString()), Optional.empty()), clock);
        watch = new PlanWatch(plan, List.of(ChannelName.SLACK), journal);
        assertThat(routeNames()).containsExactly("ops");
        clock.advance(LATER);
    }

    @Test
    void what_is_the_same_as_before_is_told_to_nobody() {
        watch.run();

        assertThat(plan.standing()).isEqualTo(new Standing(plan.get(), START, Optional.empty()));
        assertThat(log()).isEmpty();
    }

    @Test
    void another_plan_counts_from_now_on_and_is_told_once() throws IOException {
        written("nights", "whatsapp");
        assertThat(routeNames()).containsExactly("ops");

        watch.run();
        watch.run();

        assertThat(routeNames()).containsExactly("nights");
        assertThat(plan.standing().since()).isEqualTo(START.plus(LATER));
        assertThat(log().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("\"status\":\"changed\"") && line.contains("\"routes\":\"1\""))
                .anyMatch(line -> line.contains("routes[0].channels: whatsapp is not configured"));
    }

    @Test
    void a_wrong_plan_is_told_once_and_the_one_from_before_goes_on() throws IOException {
        Files.writeString(file, "{\"routes\":[]}");

        watch.run();
        watch.run();

        String why = "NOTIFY_ROUTES_FILE: routes: is empty; leave it out or name something";
        assertThat(routeNames()).containsExactly("ops");
        assertThat(plan.standing().refused()).contains(why);
        assertThat(plan.standing().since()).isEqualTo(START);
        assertThat(log()).containsOnlyOnce(why).contains("\"status\":\"refused\"");
    }

    @Test
    void each_thing_that_is_wrong_is_told_and_mending_it_ends_that() throws IOException {
        Files.writeString(file, "{\"routes\":[]}");
        watch.run();
        Files.delete(file);
        watch.run();
        written("ops", "slack");
        watch.run();

        assertThat(plan.standing()).isEqualTo(new Standing(plan.get(), START, Optional.empty()));
        assertThat(log()).contains("routes: is empty").contains("the file cannot be read");
        assertThat(log().lines()).hasSize(2);
    }

    @Test
    void where_the_plan_is_written_may_change_as_well() {
        Optional<String> text = Optional.of("{\"routes\":[{\"name\":\"desk\",\"channels\":[\"slack\"]}]}");
        List<PlanSource> places = List.of(
                new PlanSource(Optional.of(file.toString()), Optional.empty()), new PlanSource(Optional.empty(), text));
        int[] reading = {0};
        plan = new ConfiguredPlan(() -> places.get(reading[0]++), clock);
        assertThat(routeNames()).containsExactly("ops");

        new PlanWatch(plan, List.of(ChannelName.SLACK), journal).run();

        assertThat(routeNames()).containsExactly("desk");
    }

    private void written(String route, String channel) throws IOException {
        Files.writeString(file, "{\"routes\":[{\"name\":\"" + route + "\",\"channels\":[\"" + channel + "\"]}]}");
    }

    private List<String> routeNames() {
        return plan.get().routes().stream().map(Route::name).toList();
    }

    private String log() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
