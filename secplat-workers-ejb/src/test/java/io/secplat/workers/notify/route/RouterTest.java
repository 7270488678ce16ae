package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.Channel;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.channel.Delivery;
import io.secplat.workers.notify.channel.Lookup;
import io.secplat.workers.notify.channel.Parcel;
import io.secplat.workers.notify.channel.Rate;
import io.secplat.workers.notify.letter.Letter;
import io.secplat.workers.notify.letter.Notice;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    /** A Sunday night. */
    private static final Instant NIGHT = Instant.parse("2026-05-03T23:30:00Z");

    private static final RoutePlan PLAN = PlanReader.read(
            """
            {"routes":[{"name":"pay","match":{"asset_tags":["pay"]},"channels":["whatsapp"],"continue":true},
              {"name":"assets","match":{"kinds":["asset.*"]},"channels":["slack"]}],
             "quiet":[{"name":"nights","during":{"from":"22:00","to":"06:00","zone":"UTC"},"channels":["slack"],"below":"critical"}]}
            """);

    private record Named(ChannelName name) implements Channel {

        @Override
        public String recipient() {
            return name.wire() + ":x";
        }

        @Override
        public Rate rate() {
            return new Rate(1, 1);
        }

        @Override
        public Delivery deliver(Parcel parcel) {
            return new Delivery.GiveUp();
        }

        @Override
        public Lookup find(Parcel parcel) {
            return new Lookup.Absent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "slack whatsapp jira, -, slack whatsapp",
                "slack whatsapp jira, slack, slack",
                "slack whatsapp jira, jira slack, slack jira",
                "slack, slack whatsapp, slack",
                "slack, whatsapp, -",
                "jira, -, -",
                "jira, jira, jira",
                "slack, pigeon, -",
                "-, -, -"
            })
    void the_default_plan_goes_where_letters_went_before(
            @Nullable String configured, @Nullable String asked, @Nullable String told) {
        Router router = new Router(channels(configured));
        Letter letter = letter("test", Severity.INFO, words(asked), null, 0);

        Routing routing = router.route(letter, NIGHT);

        assertThat(told(routing)).containsExactlyElementsOf(words(told));
        assertThat(routing.isNowhere()).isEqualTo(told == null);
    }

    @Test
    void each_channel_is_told_with_the_route_that_chose_it_or_kept_silent_with_the_reason() {
        Router router = new Router(channels("slack whatsapp jira"), () -> PLAN);

        Routing routing = router.route(letter("asset.down", Severity.HIGH, List.of(), null, 0), NIGHT);

        assertThat(routing.legs())
                .containsExactly(
                        silent(ChannelName.SLACK, Suppression.QUIET_HOURS, "nights", "assets"),
                        new Routing.Told(new Named(ChannelName.WHATSAPP), Optional.of("pay")),
                        silent(ChannelName.JIRA, Suppression.NO_MATCH, "", null));
        assertThat(router.route(letter("asset.down", Severity.CRITICAL, List.of(), null, 0), NIGHT)
                        .told())
                .containsExactly(
                        new Routing.Told(new Named(ChannelName.SLACK), Optional.of("assets")),
                        new Routing.Told(new Named(ChannelName.WHATSAPP), Optional.of("pay")));
    }

    @Test
    void a_letter_that_is_muted_everywhere_or_that_no_route_takes_is_no_dead_letter() {
        Router slack = new Router(channels("slack"), () -> PLAN);
        RoutePlan findings = PlanReader.read(
                "{\"routes\":[{\"name\":\"f\",\"match\":{\"kinds\":[\"finding.*\"]},\"channels\":[\"slack\"]}]}");

        assertThat(slack.route(letter("asset.down", Severity.HIGH, List.of(), null, 0), NIGHT)
                        .isNowhere())
                .isFalse();
        Routing untaken = new Router(channels("slack"), () -> findings)
                .route(letter("asset.down", Severity.HIGH, List.of(), null, 0), NIGHT);
        assertThat(untaken.legs()).containsExactly(silent(ChannelName.SLACK, Suppression.NO_MATCH, "", null));
        assertThat(untaken.isNowhere()).isFalse();
    }

    @Test
    void a_letter_whose_routes_name_no_configured_channel_goes_nowhere() {
        RoutePlan whatsapp = PlanReader.read("{\"routes\":[{\"name\":\"w\",\"channels\":[\"whatsapp\"]}]}");
        Letter letter = letter("asset.down", Severity.HIGH, List.of(), null, 0);

        assertThat(new Router(channels("slack"), () -> whatsapp)
                        .route(letter, NIGHT)
                        .isNowhere())
                .isTrue();
        assertThat(new Router(List.of(), () -> PLAN).route(letter, NIGHT).isNowhere())
                .isTrue();
    }

    @Test
    void a_letter_that_names_its_channels_is_neither_routed_nor_muted() {
        Router router = new Router(channels("slack whatsapp jira"), () -> PLAN);

        assertThat(router.route(letter("test", Severity.INFO, List.of("slack"), null, 1), NIGHT)
                        .legs())
                .containsExactly(new Routing.Told(new Named(ChannelName.SLACK), Optional.empty()));
    }

    @Test
    void a_copy_is_told_by_the_route_that_chose_its_channel() {
        Router router = new Router(channels("slack whatsapp jira"), () -> PLAN);
        Letter copy =
                letter("asset.down", Severity.INFO, List.of("slack"), null, 1).by(Optional.of("assets"));

        assertThat(router.route(copy, NIGHT).legs())
                .containsExactly(new Routing.Told(new Named(ChannelName.SLACK), Optional.of("assets")));
    }

    @Test
    void jira_is_told_in_addition_when_it_is_asked_for_and_whatever_the_hour() {
        Router router = new Router(channels("slack jira"));
        JsonObject jira = JsonObject.EMPTY_JSON_OBJECT;

        assertThat(router.route(letter("x", Severity.LOW, List.of(), jira, 0), NIGHT)
                        .legs())
                .containsExactly(
                        new Routing.Told(new Named(ChannelName.SLACK), Optional.empty()),
                        new Routing.Told(new Named(ChannelName.JIRA), Optional.empty()));
        assertThat(told(router.route(letter("x", Severity.LOW, List.of("slack"), jira, 0), NIGHT)))
                .containsExactly("slack", "jira");
        assertThat(told(new Router(channels("jira")).route(letter("x", Severity.LOW, List.of(), jira, 0), NIGHT)))
                .containsExactly("jira");
    }

    @Test
    void the_retry_of_another_channel_asks_for_no_second_issue() {
        Router router = new Router(channels("slack jira"));
        JsonObject jira = JsonObject.EMPTY_JSON_OBJECT;

        assertThat(told(router.route(letter("x", Severity.LOW, List.of("slack"), jira, 1), NIGHT)))
                .containsExactly("slack");
        assertThat(told(router.route(letter("x", Severity.LOW, List.of("jira"), jira, 1), NIGHT)))
                .containsExactly("jira");
    }

    private static Routing.Silent silent(ChannelName channel, Suppression why, String by, @Nullable String route) {
        return new Routing.Silent(new Named(channel), why, by, Optional.ofNullable(route));
    }

    private static List<String> told(Routing routing) {
        return routing.told().stream().map(told -> told.channel().name().wire()).toList();
    }

    private static Letter letter(
            String kind, Severity severity, List<String> channels, @Nullable JsonObject jira, int attempts) {
        Notification told = new Notification(kind, "k", "t", "b", severity, List.of("shop"), null, null, channels, jira)
                .about(Stream.of("pay"), Stream.of("prod"));
        return new Letter("e", "1-0", "r", attempts, new Notice.Told(told), channels, Instant.EPOCH);
    }

    private static List<Channel> channels(@Nullable String words) {
        return words(words).stream()
                .<Channel>map(word -> new Named(ChannelName.of(word).orElseThrow()))
                .toList();
    }

    private static List<String> words(@Nullable String words) {
        return Optional.ofNullable(words).map(text -> List.of(text.split(" "))).orElse(List.of());
    }
}
