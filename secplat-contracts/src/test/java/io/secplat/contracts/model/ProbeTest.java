package io.secplat.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeTest {

    @Test
    void fills_in_the_defaults_of_the_contract() {
        Probe probe = probe("{'kind':'http','url':'https://example.org'}");

        assertThat(probe.intervalSeconds()).isEqualTo(60);
        assertThat(probe.timeoutMs()).isEqualTo(5_000);
        assertThat(probe.expectedStatus()).isEqualTo("2xx-3xx");
        assertThat(probe.followRedirects()).isFalse();
        assertThat(Probe.fromJson(probe.toJson())).isEqualTo(probe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'url':'http://a'}                                              | kind
            {'kind':'icmp'}                                                 | kind
            {'kind':'http'}                                                 | url
            {'kind':'tcp'}                                                  | target
            {'kind':'http','url':'http://a','interval_seconds':4}           | interval_seconds
            {'kind':'http','url':'http://a','interval_seconds':86401}       | interval_seconds
            {'kind':'http','url':'http://a','timeout_ms':99}                | timeout_ms
            {'kind':'http','url':'http://a','interval_seconds':5,'timeout_ms':5000} | timeout_ms
            {'kind':'http','url':'http://a','timeout_ms':'soon'}            | timeout_ms
            """)
    void refuses_what_breaks_a_rule_and_names_the_member(String json, String member) {
        assertThatThrownBy(() -> probe(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(member);
    }

    private static Probe probe(String json) {
        JsonObject object =
                Json.createReader(new StringReader(json.replace('\'', '"'))).readObject();
        return Probe.fromJson(object);
    }
}
