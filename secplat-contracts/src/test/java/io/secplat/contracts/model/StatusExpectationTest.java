package io.secplat.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusExpectationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|200",
                "2xx|200",
                "2xx|299",
                "200,204|204",
                "2xx-3xx|399",
                "2xx-3xx|200",
                "200-204|203",
                "200-2xx|299",
                "2xx, 404|404",
                "1xx-5xx|599",
                "2XX|250",
                "404|404"
            })
    void a_status_within_the_grammar_is_accepted(String text, int status) {
        assertThat(StatusExpectation.parse(text).accepts(status)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"200|201", "2xx|300", "2xx|199", "200,204|203", "2xx-3xx|400", "200-204|205", "404|200"})
    void a_status_outside_is_not(String text, int status) {
        assertThat(StatusExpectation.parse(text).accepts(status)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "200,", "20", "2x", "600", "0xx", "2000", "3xx-2xx", "204-200", "2xx-", "ok", "2xx--3xx"
            })
    void anything_else_is_refused_by_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusExpectation.parse(text))
                .withMessageContaining("expected_status");
    }
}
