package io.secplat.api.notifications;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.notifier.RunningRoutes;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** The answer that shows the plan of the running notifiers; viewers do not see who is reached. */
record RoutesView(Optional<RunningRoutes> running, boolean forViewer) {

    JsonObject json() {
        return running.map(this::json).orElseGet(RoutesView::none);
    }

    private JsonObject json(RunningRoutes shown) {
        JsonWriter notifier = new JsonWriter()
                .put("consumer", shown.consumer())
                .put("since", shown.since())
                .put("seen_at", shown.seenAt())
                .put("refused", shown.refused());
        return new JsonWriter()
                .put("notifier", notifier.build())
                .put("channels", channels(shown))
                .put("routes", shown.routes())
                .put("quiet", shown.quiet())
                .build();
    }

    private JsonArray channels(RunningRoutes shown) {
        JsonArrayBuilder channels = Json.createArrayBuilder();
        shown.channels()
                .forEach(channel -> channels.add(new JsonWriter()
                        .put("name", channel.name())
                        .put("recipient", forViewer ? null : channel.recipient())
                        .build()));
        return channels.build();
    }

    private static JsonObject none() {
        return new JsonWriter()
                .put("notifier", JsonValue.NULL)
                .put("channels", JsonValue.EMPTY_JSON_ARRAY)
                .put("routes", JsonValue.EMPTY_JSON_ARRAY)
                .put("quiet", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }
}
