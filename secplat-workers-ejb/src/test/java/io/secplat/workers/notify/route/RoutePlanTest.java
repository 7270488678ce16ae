package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.event.Notification;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import io.secplat.workers.notify.letter.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoutePlanTest {

    /** A Monday. */
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static final Facts OUTAGE =
            new Facts("asset.down", Severity.HIGH, List.of("pay-1", "shop"), List.of("pci", "web"), List.of("prod"), 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {}                                        | true
            {"kinds":["asset.down"]}                  | true
            {"kinds":["asset.recovered","asset.*"]}   | true
            {"kinds":["*"]}                           | true
            {"kinds":["asset"]}                       | false
            {"kinds":["finding.*"]}                   | false
            {"min_severity":"high"}                   | true
            {"min_severity":"low"}                    | true
            {"min_severity":"critical"}               | false
            {"asset_tags":["none","pci"]}             | true
            {"asset_tags":["PCI"]}                    | false
            {"environments":["prod"]}                 | true
            {"environments":["dev","qa"]}             | false
            {"assets":["pay-?"]}                      | true
            {"assets":["sho*"]}                       | true
            {"assets":["pay"]}                        | false
            {"escalation":0}                          | true
            {"escalation":1}                          | false
            {"during":{"days":["mon"],"zone":"UTC"}}  | true
            {"during":{"days":["tue"],"zone":"UTC"}}  | false
            {"during":{"from":"12:00","to":"13:00","zone":"UTC"}} | true
            {"during":{"from":"12:00","to":"13:00","zone":"Asia/Tokyo"}} | false
            {"kinds":["asset.*"],"min_severity":"high","asset_tags":["pci"],"environments":["prod"],"assets":["shop"]} | true
            {"kinds":["asset.*"],"min_severity":"high","asset_tags":["pci"],"environments":["dev"],"assets":["shop"]}  | false
            """)
    void a_route_is_taken_when_each_member_of_its_match_fits(String match, boolean taken) {
        RoutePlan plan =
                PlanReader.read("{\"routes\":[{\"name\":\"a\",\"match\":" + match + ",\"channels\":[\"slack\"]}]}");

        assertThat(plan.choose(OUTAGE, NOON)).isEqualTo(taken ? Map.of(ChannelName.SLACK, "a") : Map.of());
    }

    @Test
    void the_first_route_that_fits_wins_unless_it_says_to_go_on() {
        RoutePlan plan = PlanReader.read(
                """
                {"routes":[{"name":"other","match":{"kinds":["finding.*"]},"channels":["jira"]},
                  {"name":"first","channels":["slack"],"continue":true},
                  {"name":"second","match":{"environments":["prod"]},"channels":["slack","whatsapp"]},
                  {"name":"third","channels":["jira"]}]}
                """);

        assertThat(plan.choose(OUTAGE, NOON))
                .isEqualTo(Map.of(ChannelName.SLACK, "first", ChannelName.WHATSAPP, "second"));
    }

    @ParameterizedTest
    @EnumSource(Severity.class)
    void by_default_every_channel_but_jira_hears_of_everything_as_the_contract_says(Severity severity) {
        Facts facts = new Facts("anything", severity, List.of(), List.of(), List.of(), 3);

        assertThat(RoutePlan.DEFAULT.choose(facts, NOON).keySet())
                .isEqualTo(Stream.of(ChannelName.values())
                        .filter(name -> name != ChannelName.JIRA)
                        .collect(java.util.stream.Collectors.toSet()));
        assertThat(RoutePlan.DEFAULT.muting(ChannelName.SLACK, severity, NOON)).isEmpty();
    }

    @Test
    void quiet_hours_mute_what_can_wait_on_their_channels() {
        RoutePlan plan = PlanReader.read(
                """
                {"quiet":[{"name":"nights","during":{"from":"22:00","to":"06:00","zone":"UTC"},"channels":["whatsapp"],"below":"high"},
                  {"name":"sundays","during":{"days":["sun"],"zone":"UTC"},"below":"critical"}]}
                """);
        Instant night = Instant.parse("2026-05-05T03:00:00Z");
        Instant sunday = Instant.parse("2026-05-03T12:00:00Z");

        assertThat(plan.muting(ChannelName.WHATSAPP, Severity.MEDIUM, night)).contains("nights");
        assertThat(plan.muting(ChannelName.WHATSAPP, Severity.HIGH, night)).isEmpty();
        assertThat(plan.muting(ChannelName.SLACK, Severity.MEDIUM, night)).isEmpty();
        assertThat(plan.muting(ChannelName.WHATSAPP, Severity.MEDIUM, NOON)).isEmpty();
        assertThat(plan.muting(ChannelName.SLACK, Severity.HIGH, sunday)).contains("sundays");
        assertThat(plan.muting(ChannelName.SLACK, Severity.CRITICAL, sunday)).isEmpty();
    }

    @Test
    void a_list_of_assets_that_are_down_counts_as_high() {
        assertThat(Facts.of(new Notice.Outage(List.of("printer-3"))))
                .isEqualTo(new Facts("down_assets", Severity.HIGH, List.of("printer-3"), List.of(), List.of(), 0));
    }

    @Test
    void a_notification_is_looked_at_with_all_that_it_says_of_its_assets() {
        Notification told = new Notification(
                "asset.down",
                "k",
                "t",
                "b",
                Severity.LOW,
                List.of("shop"),
                null,
                null,
                List.of(),
                null,
                List.of("pci"),
                List.of("prod"),
                2);

        assertThat(Facts.of(new Notice.Told(told)))
                .isEqualTo(new Facts("asset.down", Severity.LOW, List.of("shop"), List.of("pci"), List.of("prod"), 2));
    }
}
