package io.secplat.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.client.Answer;
import io.secplat.openapi.ApiDocument.Call;
import io.secplat.openapi.ContractCheck;
import jakarta.json.JsonObject;
import java.util.regex.Pattern;

/** How the API answers what it cannot do. */
final class Graceful {

    /** Words that only the inside of the server knows. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception|\\bat [a-z]+\\.|\\bjava\\.|jakarta\\.|\\borg\\.|io\\.secplat|SQLSTATE"
                    + "|SELECT |INSERT |RESTEASY|CWWK|SRVE|WebSphere|Liberty|lettuce|127\\.0\\.0\\.1");

    private Graceful() {}

    /** An AssertionError when the answer is none that the contract names, or a failure. */
    static void check(Call call, Attempt attempt, Answer answer) {
        if (answer.status() >= 400) {
            checkProblem(answer);
        }
        boolean otherRoute = !attempt.target().split("\\?", 2)[0].equals(call.path())
                && (answer.status() == 404 || answer.status() == 405);
        if (!otherRoute) {
            String path = call.path().replaceAll("\\{[^}]+}", "1");
            ContractCheck.shipped()
                    .check(
                            call.method(),
                            path,
                            answer.status(),
                            answer.headers().map(),
                            answer.body());
        }
    }

    /** A problem with everything that belongs to one, and nothing from inside. */
    static void checkProblem(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(answer.body()).startsWith("application/problem+json");
        JsonObject error = answer.object().getJsonObject("error");
        assertThat(error.getInt("status_code")).isEqualTo(answer.status());
        assertThat(error.getString("request_id")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body()).doesNotContainPattern(INSIDE);
    }
}
