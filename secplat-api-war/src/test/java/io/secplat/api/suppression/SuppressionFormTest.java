package io.secplat.api.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.request.Body;
import io.secplat.api.suppression.SuppressionRule.Scope;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionFormTest {

    private static final String TIMES = "'starts_at':'2026-05-04T07:00:00+02:00','ends_at':'2026-05-04T08:00:00+02:00'";

    @Test
    void times_may_have_any_offset() {
        SuppressionRule.Wish rule =
                SuppressionForm.rule(body("{'scope':'asset','scope_value':'shop'," + TIMES + ",'reason':'move'}"));

        assertThat(rule)
                .isEqualTo(new SuppressionRule.Wish(
                        Scope.ASSET,
                        "shop",
                        Instant.parse("2026-05-04T05:00:00Z"),
                        Instant.parse("2026-05-04T06:00:00Z"),
                        "move"));
    }

    @Test
    void a_rule_for_all_needs_no_value_and_keeps_none() {
        assertThat(SuppressionForm.rule(body("{'scope':'all','scope_value':'x'," + TIMES + "}"))
                        .scopeValue())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'scope':'asset','starts_at':'2026-05-04T07:00:00Z','ends_at':'2026-05-04T08:00:00Z'}                     | scope_value
            {'scope':'finding','scope_value':' ','starts_at':'2026-05-04T07:00:00Z','ends_at':'2026-05-04T08:00:00Z'} | scope_value
            {'scope':'team','scope_value':'x','starts_at':'2026-05-04T07:00:00Z','ends_at':'2026-05-04T08:00:00Z'}    | scope
            {'scope':'all','starts_at':'2026-05-04T08:00:00Z','ends_at':'2026-05-04T08:00:00Z'}                       | ends_at
            {'scope':'all','starts_at':'2026-05-04T08:00:00Z','ends_at':'2026-05-04T07:00:00Z'}                       | ends_at
            {'scope':'all','starts_at':'monday','ends_at':'2026-05-04T07:00:00Z'}                                     | starts_at
            {'scope':'all','ends_at':'2026-05-04T07:00:00Z'}                                                          | starts_at
            """)
    void a_bad_rule_is_refused_at_the_member_that_is_wrong(String json, String member) {
        assertThatThrownBy(() -> SuppressionForm.rule(body(json)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type().status()).isEqualTo(422);
                    assertThat(problem.detail().orElseThrow().toString())
                            .contains("\"loc\":[\"body\",\"" + member + "\"]");
                });
    }

    @Test
    void a_window_must_end_after_it_starts() {
        String times = "'start_at':'2026-05-04T07:00:00Z','end_at':'2026-05-04T07:00:00Z'";
        assertThatThrownBy(() -> SuppressionForm.window(body("{'asset_key':'shop'," + times + "}")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SuppressionForm.window(body("{}")))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(
                                problem.detail().orElseThrow().asJsonArray())
                        .hasSize(3));
    }

    private static Body body(String json) {
        return Body.of(
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject());
    }
}
