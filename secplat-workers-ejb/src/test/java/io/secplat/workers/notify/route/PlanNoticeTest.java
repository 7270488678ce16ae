package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.contracts.notifier.RunningRoutes.Recipient;
import io.secplat.runtime.Journal;
import io.secplat.stream.CourierUnavailableException;
import io.secplat.workers.notify.route.ConfiguredPlan.Standing;
import io.secplat.workers.notify.slack.FakeSlack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanNoticeTest {

    private static final Instant BEGUN = Instant.parse("2026-05-04T07:00:00Z");
    private static final Instant NOW = Instant.parse("2026-05-04T07:21:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Journal journal =
            new Journal("notifier", clock, new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final List<RunningRoutes> shown = new ArrayList<>();
    private boolean away;

    @Test
    void a_plan_is_shown_with_masked_recipients_again_and_again() throws IOException {
        RoutePlan plan = PlanReader.read("{\"routes\":[{\"name\":\"a\",\"channels\":[\"slack\"]}]}");
        Standing counts = new Standing(plan, BEGUN, Optional.of("NOTIFY_ROUTES_FILE: the file cannot be read"));
        try (FakeSlack slack = new FakeSlack()) {
            PlanNotice notice =
                    new PlanNotice("n-1", () -> counts, List.of(slack.channel()), this::show, clock, journal);
            notice.run();
            notice.run();
        }

        RunningRoutes expected = new RunningRoutes(
                "n-1",
                BEGUN,
                NOW,
                "NOTIFY_ROUTES_FILE: the file cannot be read",
                List.of(new Recipient("slack", "slack:webhook")),
                PlanJson.routes(plan),
                PlanJson.quiet(plan));
        assertThat(shown).containsExactly(expected, expected);
        assertThat(shown.toString()).doesNotContain(FakeSlack.SECRET);
        assertThat(printed.size()).isZero();
    }

    @Test
    void a_board_that_is_away_ends_no_worker_and_is_told_once() {
        PlanNotice notice = new PlanNotice(
                "n-1",
                () -> new Standing(RoutePlan.DEFAULT, BEGUN, Optional.empty()),
                List.of(),
                this::show,
                clock,
                journal);
        away = true;
        notice.run();
        notice.run();
        away = false;
        notice.run();
        notice.run();

        assertThat(shown).hasSize(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("courier_unavailable")
                .containsOnlyOnce("resumed");
    }

    private void show(RunningRoutes routes) {
        if (away) {
            throw new CourierUnavailableException(new IllegalStateException("away"));
        }
        shown.add(routes);
    }
}
