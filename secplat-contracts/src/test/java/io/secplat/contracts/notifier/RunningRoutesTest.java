package io.secplat.contracts.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningRoutesTest {

    private static final RunningRoutes ROUTES = new RunningRoutes(
            "notifier-a-1",
            Instant.parse("2026-05-04T07:00:00Z"),
            Instant.parse("2026-05-04T07:21:30Z"),
            "NOTIFY_ROUTES_FILE: routes: is empty; leave it out or name something",
            List.of(new RunningRoutes.Recipient("slack", "slack:webhook")),
            Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("name", "default"))
                    .build(),
            JsonValue.EMPTY_JSON_ARRAY);

    @Test
    void what_was_written_is_read_back() {
        assertThat(RunningRoutes.from(ROUTES.json())).isEqualTo(ROUTES);
    }

    @Test
    void a_plan_of_which_nothing_is_refused_says_so() {
        JsonObject json =
                Json.createObjectBuilder(ROUTES.json()).addNull("refused").build();

        assertThat(RunningRoutes.from(json).refused()).isNull();
    }

    @Test
    void unknown_members_are_ignored_and_missing_lists_are_empty() {
        JsonObject json = Json.createObjectBuilder()
                .add("consumer", "c")
                .add("since", "2026-05-04T07:00:00Z")
                .add("seen_at", "2026-05-04T07:21:30Z")
                .add("later", 1)
                .build();

        RunningRoutes routes = RunningRoutes.from(json);

        assertThat(routes.refused()).isNull();
        assertThat(routes.channels()).isEmpty();
        assertThat(routes.routes()).isEmpty();
        assertThat(routes.quiet()).isEmpty();
    }

    @Test
    void what_is_no_plan_is_refused() {
        assertThatThrownBy(() -> RunningRoutes.from(JsonValue.EMPTY_JSON_OBJECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("consumer is required");
    }
}
