package io.secplat.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract only grows. {@code docs/openapi-baseline.yaml} is the last one that was released; CONTRIBUTING.md says how a
 * release renews it.
 */
class ContractGrowthTest {

    private static final Path BASELINE = Path.of("../docs/openapi-baseline.yaml");

    @Test
    void nothing_of_the_released_contract_is_gone() {
        assertThat(BrokenPromises.between(ApiDocument.of(BASELINE), ApiDocument.shipped()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            /auth/me:                           | /auth/moi:                          | GET /auth/me is gone
            get:                                | post:                               | GET /auth/me is gone
            "200":                              | "203":                              | GET /auth/me 200 is gone
            role: {type: string}                | part: {type: string}                | GET /auth/me 200 application/json.role is gone
            role: {type: string}                | role: {type: integer}               | GET /auth/me 200 application/json.role was string and is integer
            role: {type: string}                | role: {type: string, nullable: true}| GET /auth/me 200 application/json.role may be null now
            required: [role]                    | required: [old]                     | GET /auth/me 200 application/json.role may be missing now
            name: hours                         | name: days                          | GET /auth/me query hours is gone
            in: query                           | in: query, required: true           | GET /auth/me query hours is required now
            enum: [a, b]                        | enum: [a]                           | PUT /auth/me body application/json.kind may not be [b] any more
            required: [name]                    | required: [name, kind]              | PUT /auth/me body application/json.kind is required now
            kind: {type: string,                | size: {type: string,                | PUT /auth/me body application/json.kind is gone
            required: [name], properties: {     | required: [name, x], properties: {x: {type: string}, | PUT /auth/me body application/json.x is new and required
            """)
    void what_a_client_would_miss_is_told(String before, String after, String told) {
        String newer = SMALL.replace(before, after);

        assertThat(newer).isNotEqualTo(SMALL);
        assertThat(BrokenPromises.between(ApiDocument.parse(SMALL), ApiDocument.parse(newer)))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            role: {type: string}                | role: {type: string}, more: {type: integer}
            "200":                              | "409": {description: d}, "200":
            enum: [a, b]                        | enum: [a, b, c]
            required: [name]                    | required: []
            name: {type: string},               | name: {type: string}, extra: {type: string},
            """)
    void what_is_added_breaks_nothing(String before, String after) {
        String newer = SMALL.replace(before, after);

        assertThat(newer).isNotEqualTo(SMALL);
        assertThat(BrokenPromises.between(ApiDocument.parse(SMALL), ApiDocument.parse(newer)))
                .isEmpty();
    }

    @Test
    void the_baseline_is_a_whole_contract() throws IOException {
        assertThat(ApiDocument.parse(Files.readString(BASELINE)).calls()).hasSizeGreaterThan(70);
    }

    private static final String SMALL =
            """
            openapi: 3.0.3
            info: {title: small, version: "1"}
            paths:
              /auth/me:
                get:
                  parameters: [{name: hours, in: query, schema: {type: integer}}]
                  responses: {
                    "200": {description: d, content: {application/json: {schema:
                      {type: object, required: [role], properties: {role: {type: string}, old: {type: string}}}}}}}
                put:
                  requestBody:
                    content: {application/json: {schema:
                      {type: object, required: [name], properties: {name: {type: string}, kind: {type: string, enum: [a, b]}}}}}
                  responses: {"204": {description: d}}
            """;
}
