package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.client.Http;
import io.secplat.openapi.ApiDocument;
import io.secplat.openapi.ApiDocument.Call;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every body must keep to, for each call of the contract that has one. */
@InContainer
class BodyRulesIT {

    private static final ApiDocument DOCUMENT = ApiDocument.shipped();
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LIMIT = 1 << 20;

    /** A value of another type. */
    private static final Map<String, JsonValue> WRONG = Map.of(
            "string", Json.createValue(12345),
            "integer", Json.createValue("many"),
            "boolean", Json.createValue("maybe"),
            "array", JsonValue.EMPTY_JSON_OBJECT,
            "object", JsonValue.EMPTY_JSON_ARRAY);

    private static Http admin;

    @BeforeAll
    static void sign_in() {
        ApiBench.awaitReady();
        admin = ApiBench.admin();
    }

    static Stream<Call> callsWithBody() {
        return DOCUMENT.calls().stream().filter(call -> call.operation().getRequestBody() != null);
    }

    static Stream<Arguments> members() {
        return callsWithBody()
                .filter(call -> schema(call).getProperties() != null && !isForm(call))
                .flatMap(call -> members(call).stream());
    }

    private static List<Arguments> members(Call call) {
        List<Arguments> members = new ArrayList<>();
        schema(call)
                .getProperties()
                .forEach((name, inner) ->
                        members.add(Arguments.of(call, name, resolved(inner).getType())));
        return members;
    }

    @ParameterizedTest
    @MethodSource("members")
    void a_member_of_another_type_is_422_and_the_answer_names_it(Call call, String member, String type) {
        JsonObject body = Json.createObjectBuilder(example(call))
                .add(member, WRONG.get(type))
                .build();

        Answer answer =
                admin.send(call.method(), path(call), JSON, body.toString()).expect(422);

        assertThat(places(answer)).contains("body." + member);
    }

    @ParameterizedTest
    @MethodSource("callsWithBody")
    void more_than_a_mebibyte_is_413(Call call) {
        String filling = "x".repeat(LIMIT);
        String body = isForm(call) ? "username=" + filling : "{\"x\":\"" + filling + "\"}";

        admin.send(call.method(), path(call), isForm(call) ? FORM : JSON, body).expect(413);
    }

    @ParameterizedTest
    @CsvSource({"/api/findings/batch,findings", "/api/jobs/999999999/log,lines"})
    void more_than_500_items_are_422(String path, String member) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (int n = 0; n <= 500; n++) {
            items.add("item " + n);
        }
        JsonObject body = Json.createObjectBuilder().add(member, items).build();

        assertThat(places(admin.post(path, body).expect(422))).contains("body." + member);
    }

    @Test
    void what_is_wrong_inside_a_member_is_told_by_its_whole_path() {
        JsonObject probe = Json.createObjectBuilder()
                .add("kind", "http")
                .add("url", 5)
                .add("interval_seconds", "often")
                .build();
        JsonObject body = Json.createObjectBuilder()
                .add("asset_key", "nested-1")
                .add("type", "app")
                .add("name", "nested")
                .add("probe", probe)
                .build();

        assertThat(places(admin.post("/api/assets", body).expect(422)))
                .contains("body.probe.url", "body.probe.interval_seconds");
    }

    @Test
    void members_that_nobody_knows_are_ignored() {
        JsonObject body = Json.createObjectBuilder()
                .add("asset_key", "unknown-members")
                .add("type", "app")
                .add("name", "n")
                .add("colour", "blue")
                .add("shape", Json.createArrayBuilder().add(1))
                .build();

        assertThat(admin.post("/api/assets", body).expect(201).object()).doesNotContainKeys("colour", "shape");
        admin.delete("/api/assets/by-key/unknown-members").expect(200);
    }

    /** An asset that is there, so that its body is looked at; other things need not be. */
    private static String path(Call call) {
        return call.path()
                .replace("{asset_key}", "secplat-api")
                .replace("{username}", "admin")
                .replaceAll("\\{[^}]+}", "999999999");
    }

    private static List<String> places(Answer answer) {
        JsonArray detail = answer.object().getJsonObject("error").getJsonArray("detail");
        return detail.getValuesAs(JsonObject.class).stream()
                .map(violation -> String.join(".", violation.getJsonArray("loc").getValuesAs(JsonString::getString)))
                .toList();
    }

    private static boolean isForm(Call call) {
        return call.operation().getRequestBody().getContent().containsKey(FORM);
    }

    private static JsonObject example(Call call) {
        String text = io.swagger.v3.core.util.Json.pretty(media(call).getExample());
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static Schema<?> schema(Call call) {
        return resolved(media(call).getSchema());
    }

    private static MediaType media(Call call) {
        return call.operation()
                .getRequestBody()
                .getContent()
                .values()
                .iterator()
                .next();
    }

    private static Schema<?> resolved(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null
                ? schema
                : Objects.requireNonNull(DOCUMENT.model()
                        .getComponents()
                        .getSchemas()
                        .get(reference.substring(reference.lastIndexOf('/') + 1)));
    }
}
