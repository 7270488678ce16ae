package io.secplat.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void good_members_are_read_and_unknown_ones_ignored() {
        Body body = body(
                "{\"name\":\"billing\",\"port\":443,\"at\":\"2026-05-04T09:21:00+02:00\",\"tags\":[\"pci\"],\"x\":{}}");
        assertThat(body.requiredText("name", 10)).isEqualTo("billing");
        assertThat(body.integer("port", 1, 65535)).contains(443);
        assertThat(body.time("at")).contains(Instant.parse("2026-05-04T07:21:00Z"));
        assertThat(body.texts("tags")).contains(List.of("pci"));
        assertThatCode(body::check).doesNotThrowAnyException();
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_its_place() {
        Body body = body("{\"port\":0,\"tags\":[1],\"probe\":{\"kind\":\"ftp\"}}");
        body.requiredText("name", 10);
        body.integer("port", 1, 65535);
        body.texts("tags");
        body.nested("probe").orElseThrow().choice("kind", AccessRole::of, "http or tcp");
        JsonArray told = violations(body);
        assertThat(told.getValuesAs(JsonObject.class).stream()
                        .map(item -> item.getJsonArray("loc").toString()))
                .containsExactly(
                        "[\"body\",\"name\"]",
                        "[\"body\",\"port\"]",
                        "[\"body\",\"tags\"]",
                        "[\"body\",\"probe\",\"kind\"]");
        assertThat(told.getJsonObject(0).getString("type")).isEqualTo("missing");
        assertThat(told.getJsonObject(1).getInt("input")).isZero();
    }

    @Test
    void passwords_and_tokens_are_never_repeated() {
        Body body = body("{\"password\":\"hunter2\",\"refresh_token\":\"s3cret\"}");
        body.text("password", 3);
        body.text("refresh_token", 3);
        assertThat(violations(body).toString()).doesNotContain("hunter2").doesNotContain("s3cret");
    }

    @Test
    void what_could_not_be_read_again_from_the_store_is_malformed() {
        String deep = "{\"a\":".repeat(65) + "1" + "}".repeat(65);
        for (String json : List.of(deep, "{\"a\":1e99999}", "{\"a\":1e-99999}", "{\"a\":" + "9".repeat(401) + "}")) {
            assertThat(catchThrowableOfType(ProblemException.class, () -> body(json))
                            .type())
                    .as(json.substring(0, 10))
                    .isEqualTo(ProblemType.MALFORMED_REQUEST);
        }
        assertThatCode(() -> body("{\"a\":1e308,\"b\":[[{}]]}")).doesNotThrowAnyException();
    }

    @Test
    void bytes_that_are_not_utf_8_are_malformed() {
        byte[] bytes = "{\"name\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(ProblemException.class, () -> Body.read(new ByteArrayInputStream(bytes)))
                        .type())
                .isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void characters_that_cannot_be_stored_are_refused_in_texts_and_in_objects_at_any_depth() {
        Body body = body("{\"name\":\"a\\u0000\",\"owner\":\"\\ud800\",\"metadata\":{\"a\":[{\"\\u0000\":1}]}}");
        body.text("name", 10);
        body.text("owner", 10);
        body.object("metadata");
        assertThat(violations(body)).hasSize(3);
    }

    @Test
    void what_machines_collected_is_cleaned_instead() {
        Body body = body("{\"evidence\":\"a\\u0000b\\ud83d\\ude00\",\"lines\":[\"\\u0000x\"]}");
        assertThat(body.cleanedText("evidence", 10)).contains("ab\ud83d\ude00");
        assertThat(body.texts("lines")).contains(List.of("x"));
        assertThatCode(body::check).doesNotThrowAnyException();
    }

    @Test
    void a_time_has_a_year_of_four_digits() {
        Body body = body("{\"at\":\"+999999999-01-01T00:00:00Z\"}");
        assertThat(body.time("at")).isEmpty();
        assertThat(violations(body)).hasSize(1);
    }

    @Test
    void null_and_absent_are_told_apart() {
        Body body = body("{\"probe\":null}");
        assertThat(body.has("probe")).isTrue();
        assertThat(body.isNull("probe")).isTrue();
        assertThat(body.has("owner")).isFalse();
        assertThat(body.object("probe")).isEmpty();
    }

    @Test
    void a_required_member_of_a_wrong_type_is_told_once() {
        Body body = body("{\"name\":7}");
        body.requiredText("name", 10);
        assertThat(violations(body)).hasSize(1);
    }

    @Test
    void an_empty_text_does_not_satisfy_a_requirement() {
        Body body = body("{\"name\":\"  \"}");
        body.requiredText("name", 10);
        assertThat(violations(body)).hasSize(1);
    }

    @Test
    void what_is_not_a_json_object_is_malformed() {
        assertThat(List.of("{bad", "[1]", "7", "{\"a\":1} x"))
                .allSatisfy(
                        text -> assertThat(problem(() -> body(text)).type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
    }

    @Test
    void nothing_at_all_is_an_empty_object() {
        assertThat(body("").json()).isEmpty();
    }

    @Test
    void more_than_a_mebibyte_is_too_large() {
        assertThat(problem(() -> body("\"" + "x".repeat(1 << 20) + "\"")).type())
                .isEqualTo(ProblemType.BODY_TOO_LARGE);
    }

    private static Body body(String json) {
        return Body.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonArray violations(Body body) {
        ProblemException problem = problem(body::check);
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.detail().orElseThrow().asJsonArray();
    }

    private static ProblemException problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call);
    }
}
