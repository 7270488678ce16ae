package io.secplat.openapi;

import io.secplat.openapi.ApiDocument.Call;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A description of the API as a flat list: each place in a question or an answer, and what stands there. */
final class Promises {

    /**
     * What stands at one place.
     *
     * @param asked whether the caller says it; else the API does
     * @param values the only ones there are; empty when there is no such list
     */
    record Place(boolean asked, String type, boolean required, boolean nullable, Set<String> values) {}

    private final OpenAPI model;
    private final Map<String, Place> places = new TreeMap<>();

    private Promises(OpenAPI model) {
        this.model = model;
    }

    /** Places by name, for example {@code GET /api/jobs/{} 200 application/json.items[].job_id}. */
    static Map<String, Place> of(ApiDocument document) {
        Promises promises = new Promises(document.model());
        document.calls().forEach(promises::call);
        return promises.places;
    }

    private void call(Call call) {
        String name = call.method() + " " + call.path().replaceAll("\\{[^}]+}", "{}");
        places.put(name, new Place(false, "call", true, false, Set.of()));
        listed(call.operation().getParameters()).stream()
                .filter(parameter -> !parameter.getIn().equals("path"))
                .forEach(parameter -> parameter(name, parameter));
        RequestBody body = call.operation().getRequestBody();
        if (body != null) {
            content(name + " body", body.getContent(), true, Boolean.TRUE.equals(body.getRequired()));
        }
        call.operation().getResponses().forEach((status, response) -> response(name + " " + status, response));
    }

    private void parameter(String call, Parameter parameter) {
        schema(
                call + " " + parameter.getIn() + " " + parameter.getName(),
                parameter.getSchema(),
                true,
                Boolean.TRUE.equals(parameter.getRequired()));
    }

    private void response(String name, ApiResponse response) {
        places.put(name, new Place(false, "status", true, false, Set.of()));
        if (response.getHeaders() != null) {
            response.getHeaders()
                    .keySet()
                    .forEach(header ->
                            places.put(name + " header " + header, new Place(false, "header", true, false, Set.of())));
        }
        content(name, response.getContent(), false, true);
    }

    private void content(String name, @Nullable Content content, boolean asked, boolean required) {
        if (content != null) {
            content.forEach((type, media) -> {
                schema(name + " " + type, media.getSchema(), asked, required);
                Map<String, Object> more = Objects.requireNonNullElse(media.getExtensions(), Map.of());
                columns(name + " " + type, more.get("x-columns"));
                events(name + " " + type, more.get("x-events"));
            });
        }
    }

    private void columns(String name, @Nullable Object columns) {
        if (columns instanceof List<?> names) {
            names.forEach(column ->
                    places.put(name + " column " + column, new Place(false, "column", true, false, Set.of())));
        }
    }

    private void events(String name, @Nullable Object events) {
        if (events instanceof Map<?, ?> byName) {
            byName.forEach((event, reference) -> schema(
                    name + " event " + event,
                    new Schema<>().$ref(String.valueOf(((Map<?, ?>) reference).get("$ref"))),
                    false,
                    true));
        }
    }

    private void schema(String name, Schema<?> given, boolean asked, boolean required) {
        Schema<?> schema = resolved(given);
        places.put(name, place(schema, asked, required));
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((member, inner) -> schema(
                            name + "." + member,
                            inner,
                            asked,
                            schema.getRequired() != null && schema.getRequired().contains(member)));
        }
        if (schema.getItems() != null) {
            schema(name + "[]", schema.getItems(), asked, true);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> any) {
            schema(name + ".*", any, asked, false);
        }
        List<? extends Schema<?>> forms = forms(schema);
        for (int n = 0; n < forms.size(); n++) {
            schema(name + "|" + n, forms.get(n), asked, true);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<? extends Schema<?>> forms(Schema<?> schema) {
        return schema.getAnyOf() == null ? List.of() : (List<? extends Schema<?>>) (List<?>) schema.getAnyOf();
    }

    private static Place place(Schema<?> schema, boolean asked, boolean required) {
        String type = Objects.requireNonNullElse(schema.getType(), "anything")
                + (schema.getFormat() == null ? "" : " " + schema.getFormat());
        Set<String> values = schema.getEnum() == null
                ? Set.of()
                : schema.getEnum().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return new Place(asked, type, required, Boolean.TRUE.equals(schema.getNullable()), values);
    }

    private Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : ApiDocument.named(schema, reference, model.getComponents().getSchemas());
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
