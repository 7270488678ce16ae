package io.secplat.api.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.contracts.notifier.RunningRoutes;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesViewTest {

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
    void the_plan_is_shown_with_who_works_by_it() {
        assertThat(new RoutesView(Optional.of(ROUTES), false).json())
                .hasToString("{\"notifier\":{\"consumer\":\"notifier-a-1\",\"since\":\"2026-05-04T07:00:00Z\","
                        + "\"seen_at\":\"2026-05-04T07:21:30Z\","
                        + "\"refused\":\"NOTIFY_ROUTES_FILE: routes: is empty; leave it out or name something\"},"
                        + "\"channels\":[{\"name\":\"slack\",\"recipient\":\"slack:webhook\"}],"
                        + "\"routes\":[{\"name\":\"default\"}],\"quiet\":[]}");
    }

    @Test
    void viewers_do_not_see_who_is_reached() {
        assertThat(new RoutesView(Optional.of(ROUTES), true).json().getJsonArray("channels"))
                .hasToString("[{\"name\":\"slack\",\"recipient\":null}]");
    }

    @Test
    void without_a_notifier_there_is_nothing_to_show() {
        assertThat(new RoutesView(Optional.empty(), false).json())
                .hasToString("{\"notifier\":null,\"channels\":[],\"routes\":[],\"quiet\":[]}");
    }
}
