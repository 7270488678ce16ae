package io.secplat.workers.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.json.JsonWriter;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final Pattern BLOCK = Pattern.compile("```json\n(\\{\\s*\"routes\".*?)```", Pattern.DOTALL);

    @Test
    void a_plan_is_written_as_it_may_be_read() throws IOException {
        RoutePlan plan = PlanReader.read(documented());

        assertThat(PlanReader.read(written(plan).toString())).isEqualTo(plan);
    }

    @Test
    void the_documented_example_uses_every_member() throws IOException {
        String text = documented();

        assertThat(Stream.of(
                        "name",
                        "match",
                        "channels",
                        "continue",
                        "kinds",
                        "min_severity",
                        "asset_tags",
                        "environments",
                        "assets",
                        "during",
                        "escalation",
                        "days",
                        "from",
                        "to",
                        "zone",
                        "below"))
                .allMatch(member -> text.contains("\"" + member + "\":"));
    }

    @Test
    void the_default_plan_is_one_route_without_conditions() {
        assertThat(PlanJson.routes(RoutePlan.DEFAULT).toString())
                .isEqualTo("[{\"name\":\"default\",\"match\":{},\"channels\":["
                        + RoutePlan.DEFAULT.routes().get(0).channels().stream()
                                .map(channel -> "\"" + channel.wire() + "\"")
                                .collect(Collectors.joining(","))
                        + "],\"continue\":false}]");
        assertThat(PlanJson.quiet(RoutePlan.DEFAULT)).isEmpty();
    }

    @Test
    void every_message_of_the_documentation_is_one_that_is_given() throws IOException {
        String documentation = Files.readString(Path.of("../docs/NOTIFICATIONS.md"));
        List<String> ends = List.of(
                "\"Europe/Berln\" is no time zone",
                "is not known; known are",
                "is empty; leave it out or name something",
                "is the same as from; leave both out for the whole day",
                "is the name of routes[0] already");

        assertThat(ends).allMatch(documentation::contains);
    }

    private static JsonObject written(RoutePlan plan) {
        return new JsonWriter()
                .put("routes", PlanJson.routes(plan))
                .put("quiet", PlanJson.quiet(plan))
                .build();
    }

    private static String documented() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/NOTIFICATIONS.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
