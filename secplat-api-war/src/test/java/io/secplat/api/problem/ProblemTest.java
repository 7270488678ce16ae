package io.secplat.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.search.HoursUncountedException;
import io.secplat.search.SearchUnavailableException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void the_body_is_the_one_of_the_contract() {
        JsonObject body = Problem.of(ProblemType.ASSET_UNKNOWN.because(), "/api/assets/9120", "web-7Qd2")
                .toJson();
        assertThat(body)
                .hasToString(
                        """
                        {"type":"urn:secplat:problem:not-found","title":"Not Found","status":404,"detail":"Asset not found",\
                        "instance":"/api/assets/9120","error":{"message":"Asset not found","status_code":404,\
                        "retryable":false,"detail":"Asset not found","request_id":"web-7Qd2"}}""");
    }

    @Test
    void structured_detail_stands_in_the_error() {
        JsonObject detail = Json.createObjectBuilder().add("status", "done").build();
        JsonObject body = Problem.of(ProblemType.CONFLICT.because("Job is not queued", detail), "/api/jobs/1", "r")
                .toJson();
        assertThat(body.getString("detail")).isEqualTo("Job is not queued");
        assertThat(body.getJsonObject("error").getJsonObject("detail")).isEqualTo(detail);
    }

    @Test
    void only_what_may_pass_by_itself_is_worth_a_retry() {
        assertThat(retryable(ProblemType.RATE_LIMITED)).isTrue();
        assertThat(retryable(ProblemType.UNEXPECTED)).isTrue();
        assertThat(retryable(ProblemType.SEARCH_AWAY)).isTrue();
        assertThat(retryable(ProblemType.VALIDATION)).isFalse();
        assertThat(retryable(ProblemType.CONFLICT)).isFalse();
    }

    @Test
    void the_text_of_a_foreign_exception_is_never_told() {
        ProblemException unexpected =
                ProblemTranslation.of(new IllegalStateException("jdbc:postgresql://10.0.0.3 refused"));
        assertThat(unexpected.type()).isEqualTo(ProblemType.UNEXPECTED);
        assertThat(unexpected.getMessage()).isEqualTo("Internal error");
    }

    @Test
    void a_period_that_is_not_counted_yet_is_told_with_what_is_left_and_when_to_ask_again() {
        ProblemException uncounted = ProblemTranslation.of(new HoursUncountedException(17));

        assertThat(uncounted.type()).isEqualTo(ProblemType.HOURS_UNCOUNTED);
        assertThat(uncounted).hasMessage("The checks of this period are still being counted: 17 hours are left");
        assertThat(uncounted.headers()).containsEntry("Retry-After", "60");
    }

    @Test
    void known_failures_are_found_below_wrappers() {
        assertThat(ProblemTranslation.of(new RuntimeException(new JsonException("at line 1")))
                        .type())
                .isEqualTo(ProblemType.MALFORMED_REQUEST);
        assertThat(ProblemTranslation.of(new SearchUnavailableException("x", new RuntimeException()))
                        .type())
                .isEqualTo(ProblemType.SEARCH_AWAY);
    }

    private static boolean retryable(ProblemType type) {
        return Problem.of(type.because(), "/", "r")
                .toJson()
                .getJsonObject("error")
                .getBoolean("retryable");
    }
}
