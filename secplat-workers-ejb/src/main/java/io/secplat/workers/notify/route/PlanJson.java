package io.secplat.workers.notify.route;

import io.secplat.contracts.json.Json;
import io.secplat.contracts.json.JsonWriter;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.notify.channel.ChannelName;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Function;

/** Writes a plan in the form in which {@link PlanReader} reads it; what asks or says nothing is left out. */
public final class PlanJson {

    private PlanJson() {}

    public static JsonArray routes(RoutePlan plan) {
        return array(plan.routes(), PlanJson::route);
    }

    public static JsonArray quiet(RoutePlan plan) {
        return array(plan.quiet(), PlanJson::quiet);
    }

    private static JsonObject route(Route route) {
        return new JsonWriter()
                .put("name", route.name())
                .put("match", match(route.match()))
                .put("channels", channels(route.channels()))
                .put("continue", route.goesOn())
                .build();
    }

    private static JsonObject match(Match match) {
        JsonWriter json = new JsonWriter();
        put(json, "kinds", match.kinds().stream().map(KindPattern::text).toList());
        match.minSeverity().map(Severity::wire).ifPresent(least -> json.put("min_severity", least));
        put(json, "asset_tags", match.assetTags());
        put(json, "environments", match.environments());
        put(json, "assets", match.assets().stream().map(Glob::text).toList());
        match.during().ifPresent(window -> json.put("during", window(window)));
        match.escalation().ifPresent(step -> json.put("escalation", step));
        return json.build();
    }

    private static JsonObject quiet(QuietHours quiet) {
        JsonWriter json = new JsonWriter().put("name", quiet.name()).put("during", window(quiet.during()));
        put(json, "channels", channels(quiet.channels()));
        return json.put("below", quiet.below().wire()).build();
    }

    private static JsonObject window(Window window) {
        JsonWriter json = new JsonWriter();
        json.put("days", window.days().stream().sorted().map(WindowReader::word).toList());
        window.hours().ifPresent(hours -> json.put("from", hours.from().toString())
                .put("to", hours.to().toString()));
        return json.put("zone", window.zone().getId()).build();
    }

    private static List<String> channels(List<ChannelName> channels) {
        return channels.stream().map(ChannelName::wire).toList();
    }

    private static void put(JsonWriter json, String name, List<String> values) {
        if (!values.isEmpty()) {
            json.put(name, values);
        }
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonObject> write) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(write.apply(value)));
        return array.build();
    }
}
