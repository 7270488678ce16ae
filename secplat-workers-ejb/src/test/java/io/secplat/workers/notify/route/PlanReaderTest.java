package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void every_member_is_read() {
        RoutePlan plan = PlanReader.read(
                """
                {"routes": [
                   {"name": "payments by day",
                    "match": {"kinds": ["asset.*", "finding.created"], "min_severity": "high", "asset_tags": ["payments"],
                      "environments": ["prod"], "assets": ["pay-*"], "escalation": 1,
                      "during": {"days": ["mon", "fri"], "from": "08:00", "to": "18:00", "zone": "Europe/Berlin"}},
                    "channels": ["slack", "whatsapp"], "continue": true},
                   {"name": "rest", "channels": ["jira"]}],
                 "quiet": [{"name": "nights", "during": {"from": "22:00", "to": "06:00", "zone": "Europe/Berlin"},
                    "channels": ["whatsapp"], "below": "critical"}]}
                """);

        Window office = new Window(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Optional.of(new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0))),
                BERLIN);
        Match match = new Match(
                List.of(new KindPattern("asset.*"), new KindPattern("finding.created")),
                Optional.of(Severity.HIGH),
                List.of("payments"),
                List.of("prod"),
                List.of(new Glob("pay-*")),
                Optional.of(office),
                Optional.of(1));
        assertThat(plan.routes())
                .containsExactly(
                        new Route("payments by day", match, List.of(ChannelName.SLACK, ChannelName.WHATSAPP), true),
                        new Route("rest", Match.EVERYTHING, List.of(ChannelName.JIRA), false));
        Window night = new Window(
                EnumSet.allOf(DayOfWeek.class),
                Optional.of(new Hours(LocalTime.of(22, 0), LocalTime.of(6, 0))),
                BERLIN);
        assertThat(plan.quiet())
                .containsExactly(new QuietHours("nights", night, List.of(ChannelName.WHATSAPP), Severity.CRITICAL));
    }

    @Test
    void a_plan_without_routes_has_those_of_the_default_plan() {
        assertThat(PlanReader.read("{}")).isEqualTo(RoutePlan.DEFAULT);
        assertThat(PlanReader.read(
                                "{\"quiet\":[{\"name\":\"q\",\"during\":{\"days\":[\"sun\"],\"zone\":\"UTC\"},\"below\":\"high\"}]}")
                        .routes())
                .isEqualTo(RoutePlan.DEFAULT.routes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                               | plan: must be an object
            "x"                              | plan: must be an object
            {"rules":[]}                     | rules: is not known; known are routes, quiet
            {"escalation":{"after_minutes":[15]}} | escalation: is not known; known are routes, quiet
            {"routes":{}}                    | routes: must be a list
            {"routes":[]}                    | routes: is empty; leave it out or name something
            {"quiet":[]}                     | quiet: is empty; leave it out or name something
            {"quiet":null}                   | quiet: must be a list
            {"routes":["x"]}                 | routes[0]: must be an object
            {"routes":[{"channels":["jira"]}]}     | routes[0].name: is missing
            {"routes":[{"name":7}]}                | routes[0].name: must be a string
            {"routes":[{"name":"-x"}]}             | routes[0].name: "-x" is no name; it has 1 to 64 letters, digits, spaces and . _ - and begins with a letter or digit
            {"routes":[{"name":"asked"}]}          | routes[0].name: "asked" is reserved for messages that name their channels
            {"routes":[{"name":"a"}]}              | routes[0].channels: is missing
            {"routes":[{"name":"a","channels":"slack"}]}  | routes[0].channels: must be a list
            {"routes":[{"name":"a","channels":[]}]}       | routes[0].channels: is empty; leave it out or name something
            {"routes":[{"name":"a","channels":["pigeon"]}]} | routes[0].channels[0]: "pigeon" is no channel; channels are slack, whatsapp, jira, sms
            {"routes":[{"name":"a","channels":["jira","jira"]}]} | routes[0].channels[1]: "jira" is there twice
            {"routes":[{"name":"a","channels":["jira"],"continue":"yes"}]} | routes[0].continue: must be true or false
            {"routes":[{"name":"a","channels":["jira"],"chanels":[]}]} | routes[0].chanels: is not known; known are name, match, channels, continue
            {"routes":[{"name":"a","channels":["jira"]},{"name":"a","channels":["jira"]}]} | routes[1].name: "a" is the name of routes[0] already
            """)
    void a_plan_that_cannot_be_used_says_where_and_why(String json, String message) {
        refused(json, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            []                            | routes[0].match: must be an object
            {"kind":"test"}               | routes[0].match.kind: is not known; known are kinds, min_severity, asset_tags, environments, assets, during, escalation
            {"kinds":[]}                  | routes[0].match.kinds: is empty; leave it out or name something
            {"kinds":[7]}                 | routes[0].match.kinds[0]: must be a string
            {"kinds":["*.down"]}          | routes[0].match.kinds[0]: "*.down" is no kind; it has 1 to 64 letters, digits and . _ - and may end with one *
            {"kinds":["test","test"]}     | routes[0].match.kinds[1]: "test" is there twice
            {"min_severity":"urgent"}     | routes[0].match.min_severity: "urgent" is no severity; severities are critical, high, medium, low, info
            {"asset_tags":[]}             | routes[0].match.asset_tags: is empty; leave it out or name something
            {"asset_tags":[" "]}          | routes[0].match.asset_tags[0]: must have 1 to 128 characters
            {"environments":[]}           | routes[0].match.environments: is empty; leave it out or name something
            {"environments":["a",""]}     | routes[0].match.environments[1]: must have 1 to 128 characters
            {"assets":[]}                 | routes[0].match.assets: is empty; leave it out or name something
            {"assets":["a b"]}            | routes[0].match.assets[0]: "a b" is no pattern of asset keys; it has 1 to 128 letters, digits and . _ : - * ?
            {"escalation":-1}             | routes[0].match.escalation: must be a whole number from 0 to 10
            {"escalation":11}             | routes[0].match.escalation: must be a whole number from 0 to 10
            {"escalation":1.5}            | routes[0].match.escalation: must be a whole number from 0 to 10
            {"escalation":1e99}           | routes[0].match.escalation: must be a whole number from 0 to 10
            {"escalation":[1]}            | routes[0].match.escalation: must be a whole number from 0 to 10
            {"during":"night"}            | routes[0].match.during: must be an object
            {"during":{"zone":"UTC"}}     | routes[0].match.during: names neither days nor from and to
            {"during":{"day":"mon"}}      | routes[0].match.during.day: is not known; known are days, from, to, zone
            {"during":{"days":[],"zone":"UTC"}}      | routes[0].match.during.days: is empty; leave it out or name something
            {"during":{"days":["Mon"],"zone":"UTC"}} | routes[0].match.during.days[0]: "Mon" is no day; days are mon, tue, wed, thu, fri, sat, sun
            {"during":{"days":["mon","mon"],"zone":"UTC"}} | routes[0].match.during.days[1]: "mon" is there twice
            {"during":{"days":["mon"]}}   | routes[0].match.during.zone: is missing
            {"during":{"days":["mon"],"zone":"Europe/Berln"}} | routes[0].match.during.zone: "Europe/Berln" is no time zone
            {"during":{"from":"08:00","zone":"UTC"}} | routes[0].match.during.to: is missing
            {"during":{"to":"08:00","zone":"UTC"}}   | routes[0].match.during.from: is missing
            {"during":{"from":"8:00","to":"09:00","zone":"UTC"}}  | routes[0].match.during.from: "8:00" is no time of day; write it as HH:mm, from 00:00 to 23:59
            {"during":{"from":"08:00","to":"24:00","zone":"UTC"}} | routes[0].match.during.to: "24:00" is no time of day; write it as HH:mm, from 00:00 to 23:59
            {"during":{"from":"08:00","to":"08:00","zone":"UTC"}} | routes[0].match.during.to: "08:00" is the same as from; leave both out for the whole day
            """)
    void a_match_that_cannot_be_used_says_where_and_why(String match, String message) {
        refused("{\"routes\":[{\"name\":\"a\",\"channels\":[\"slack\"],\"match\":" + match + "}]}", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "name":"n"                    | quiet[0].below: is missing
            "below":"high"                | quiet[0].name: is missing
            "name":"n","below":"high"     | quiet[0].during: is missing
            "name":"n","below":"info"     | quiet[0].below: "info" is the lowest severity, so nothing would be muted
            "name":"n","below":"loud"     | quiet[0].below: "loud" is no severity; severities are critical, high, medium, low, info
            "name":"n","below":"high","during":{"days":["sun"],"zone":"UTC"},"channels":[] | quiet[0].channels: is empty; leave it out or name something
            "name":"n","below":"high","during":{"days":["sun"],"zone":"Mars"}             | quiet[0].during.zone: "Mars" is no time zone
            "name":"n","above":"high"     | quiet[0].above: is not known; known are name, during, channels, below
            """)
    void quiet_hours_that_cannot_be_used_say_where_and_why(String members, String message) {
        refused("{\"quiet\":[{" + members + "}]}", message);
    }

    @Test
    void quiet_hours_have_names_of_their_own() {
        String nights = "{\"name\":\"n\",\"below\":\"high\",\"during\":{\"days\":[\"sun\"],\"zone\":\"UTC\"}}";

        refused("{\"quiet\":[" + nights + "," + nights + "]}", "quiet[1].name: \"n\" is the name of quiet[0] already");
    }

    @Test
    void what_is_no_json_says_where_it_stops_being_it() {
        assertThatThrownBy(() -> PlanReader.read("{\n  \"routes\": [x]\n}"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageStartingWith("line 2, column ")
                .hasMessageEndingWith(": this is no JSON, or a member is there twice");
        assertThatThrownBy(() -> PlanReader.read("")).isInstanceOf(InvalidPlanException.class);
        assertThatThrownBy(() -> PlanReader.read("{} {}")).isInstanceOf(InvalidPlanException.class);
        refused("[".repeat(100_000), "plan: is nested more than 20 levels deep");
    }

    @Test
    void a_member_that_is_there_twice_is_refused() {
        assertThatThrownBy(
                        () -> PlanReader.read(
                                "{\"routes\":[{\"name\":\"a\",\"channels\":[\"jira\"]}],\"routes\":[{\"name\":\"b\",\"channels\":[\"jira\"]}]}"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageEndingWith(": this is no JSON, or a member is there twice");
    }

    @Test
    void a_plan_has_limits() {
        assertThat(PlanReader.read(routes(100)).routes()).hasSize(100);
        refused(routes(101), "routes: has 101 entries; at most 100 are allowed");
        refused(" ".repeat(256 * 1024 + 1), "plan: has more than 262144 bytes");
        String many = IntStream.range(0, 101).mapToObj(n -> "\"t" + n + "\"").collect(Collectors.joining(","));
        refused(
                "{\"routes\":[{\"name\":\"a\",\"match\":{\"asset_tags\":[" + many + "]},\"channels\":[\"slack\"]}]}",
                "routes[0].match.asset_tags: has 101 entries; at most 100 are allowed");
    }

    @Test
    void a_message_shows_no_more_than_the_beginning_of_a_long_value() {
        assertThatThrownBy(() ->
                        PlanReader.read("{\"routes\":[{\"name\":\"a\",\"channels\":[\"" + "x".repeat(5_000) + "\"]}]}"))
                .isInstanceOf(InvalidPlanException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    private static String routes(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "{\"name\":\"r" + n + "\",\"channels\":[\"slack\"]}")
                .collect(Collectors.joining(",", "{\"routes\":[", "]}"));
    }

    private static void refused(String json, String message) {
        assertThatThrownBy(() -> PlanReader.read(json))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage(message);
    }
}
