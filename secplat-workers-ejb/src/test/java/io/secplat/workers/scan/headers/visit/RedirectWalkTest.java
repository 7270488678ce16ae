package io.secplat.workers.scan.headers.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.guard.HttpAnswer;
import io.secplat.guard.HttpAsk;
import io.secplat.guard.TargetUrl;
import io.secplat.guard.TestCertificates;
import io.secplat.guard.TrustedRoots;
import io.secplat.workers.scan.LocalSite;
import io.secplat.workers.scan.ScanFailedException;
import io.secplat.workers.scan.Visitor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectWalkTest {

    @TempDir
    static Path folder;

    static TrustedRoots roots;

    private final List<String> log = new ArrayList<>();

    @BeforeAll
    static void certify() throws Exception {
        roots = TestCertificates.in(folder).signed("good", -1, 90).roots();
    }

    @Test
    void goes_to_other_hosts_and_keeps_every_answer() throws Exception {
        try (LocalSite start = LocalSite.plain();
                LocalSite end = LocalSite.plain()) {
            start.answers(302).sends("Location", "http://other.example:" + end.port() + "/home?x");

            Journey.Arrived journey = (Journey.Arrived) walk(url("localhost", start.port()));

            assertThat(journey.steps()).extracting(HttpAnswer::status).containsExactly(302, 200);
            assertThat(journey.last().url()).hasToString("http://other.example:" + end.port() + "/home?x");
            assertThat(journey.barred()).isEmpty();
        }
    }

    @Test
    void ends_before_a_host_that_the_guard_refuses() throws Exception {
        try (LocalSite start = LocalSite.plain()) {
            start.answers(301).sends("Location", "http://169.254.169.254/latest");

            Journey.Arrived journey = (Journey.Arrived) walk(url("localhost", start.port()));

            assertThat(journey.steps()).hasSize(1);
            assertThat(journey.barred())
                    .hasValueSatisfying(to -> assertThat(to).hasToString("http://169.254.169.254/latest"));
            assertThat(log).anyMatch(line -> line.startsWith("A redirect leads where the scan may not go"));
        }
    }

    @Test
    void a_start_that_the_guard_refuses_is_a_failure_of_the_scan() {
        assertThatThrownBy(() -> walk(url("169.254.169.254", 80))).isInstanceOf(ScanFailedException.class);
    }

    @Test
    void a_circle_ends_after_ten_redirects() throws Exception {
        try (LocalSite start = LocalSite.plain()) {
            start.answers(307).sends("Location", "/");

            assertThat(((Journey.Arrived) walk(url("localhost", start.port()))).steps())
                    .hasSize(RedirectWalk.MOST_REDIRECTS + 1);
        }
    }

    @Test
    void a_redirect_to_nobody_is_lost() throws Exception {
        LocalSite gone = LocalSite.plain();
        gone.close();
        try (LocalSite start = LocalSite.plain()) {
            start.answers(308).sends("Location", "http://localhost:" + gone.port() + "/");

            assertThat(walk(url("localhost", start.port()))).isEqualTo(new Journey.Lost("the connection was refused"));
        }
    }

    @Test
    void answers_that_only_look_like_redirects_are_the_end() throws Exception {
        try (LocalSite start = LocalSite.plain()) {
            start.sends("Location", "/again").answers(300);
            assertThat(((Journey.Arrived) walk(url("localhost", start.port()))).steps())
                    .hasSize(1);
            start.sends("Location", "mailto:a@b.example").answers(301);
            assertThat(((Journey.Arrived) walk(url("localhost", start.port()))).steps())
                    .hasSize(1);
        }
    }

    @Test
    void all_steps_share_one_time() throws Exception {
        try (LocalSite start = LocalSite.plain()) {
            start.answers(302).sends("Location", "/");
            Clock hurried = new Clock() {
                private Instant now = Instant.EPOCH;

                @Override
                public Instant instant() {
                    now = now.plus(RedirectWalk.LONGEST.dividedBy(4));
                    return now;
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };

            assertThat(walk(url("localhost", start.port()), hurried)).isEqualTo(new Journey.Lost("no answer in time"));
            assertThat(start.asked()).hasSize(3);
        }
    }

    private Journey walk(TargetUrl url) throws Exception {
        return walk(url, Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(1)), ZoneOffset.UTC));
    }

    private Journey walk(TargetUrl url, Clock clock) throws Exception {
        HttpAsk ask = Visitor.page(url).following(HttpAsk.Redirects.NONE);
        return new RedirectWalk(LocalSite.visitor(roots), clock).from(ask, log::add);
    }

    private static TargetUrl url(String host, int port) {
        return TargetUrl.parse("http://" + host + ":" + port + "/");
    }
}
