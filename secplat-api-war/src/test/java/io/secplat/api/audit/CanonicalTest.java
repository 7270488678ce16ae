package io.secplat.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"a":1,"b":[2,null]}   | {"b":[2,null],"a":1}
            {"n":1e2}              | {"n":100}
            {"n":1.50}             | {"n":1.5}
            {"s":"\\u00e4"}        | {"s":"ä"}
            """)
    void spelling_does_not_count(String one, String other) {
        assertThat(text(one)).isEqualTo(text(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"a":1}                | {"a":"1"}
            {"a":[1,2]}            | {"a":[2,1]}
            {"a":["b","c"]}        | {"a":["b;1:c"]}
            {"a":null}             | {}
            {"a":{"b":1}}          | {"a":{},"b":1}
            {"a":true}             | {"a":"true"}
            """)
    void meaning_counts(String one, String other) {
        assertThat(text(one)).isNotEqualTo(text(other));
    }

    @Test
    void a_part_cannot_pass_for_two() {
        assertThat(new Canonical("row").part("a").part("b").toString())
                .isNotEqualTo(new Canonical("row").part("a;1:b").toString());
        assertThat(new Canonical("row").part((String) null).toString())
                .isNotEqualTo(new Canonical("row").part("").toString());
    }

    private static String text(String json) {
        JsonObject object = Json.createReader(new StringReader(json)).readObject();
        return new Canonical("row").part(object).toString();
    }
}
