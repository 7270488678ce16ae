package io.secplat.api.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.secplat.api.problem.ProblemException;
import io.secplat.api.problem.ProblemType;
import io.secplat.api.request.Body;
import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Probe;
import io.secplat.contracts.model.ProbeKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AssetFormTest {

    private static final AssetFields BEFORE =
            AssetFields.app(new AssetKey("shop"), "Shop", Probe.http("http://shop.example", "200"));

    @Test
    void a_new_asset_gets_the_defaults_of_the_schema() {
        AssetFields fields = create("{\"asset_key\":\"shop\",\"type\":\"app\",\"name\":\"Shop\"}");
        assertThat(fields).isEqualTo(AssetFields.app(new AssetKey("shop"), "Shop", null));
        assertThat(fields.labels().environment()).isEqualTo("dev");
        assertThat(fields.monitored()).isFalse();
    }

    @Test
    void a_probe_gets_its_defaults() {
        AssetFields fields = create(
                "{\"asset_key\":\"s\",\"type\":\"app\",\"name\":\"S\",\"probe\":{\"kind\":\"tcp\",\"target\":\"s.example:22\"}}");
        Probe probe = fields.probe();
        assertThat(probe).isNotNull();
        assertThat(probe.kind()).isEqualTo(ProbeKind.TCP);
        assertThat(probe.intervalSeconds()).isEqualTo(60);
        assertThat(fields.monitored()).isTrue();
    }

    @Test
    void a_reserved_or_misshapen_key_an_unknown_type_and_a_missing_name_are_told_together() {
        assertThat(places(() -> create("{\"asset_key\":\"summary\",\"type\":\"planet\"}")))
                .containsExactly("[\"body\",\"asset_key\"]", "[\"body\",\"type\"]", "[\"body\",\"name\"]");
    }

    @Test
    void what_is_wrong_with_a_probe_is_told_under_its_member() {
        assertThat(
                        places(
                                () -> change(
                                        "{\"probe\":{\"kind\":\"http\",\"url\":\"http://u:p@shop.example\",\"interval_seconds\":1,\"expected_status\":\"2xy\"}}")))
                .containsExactlyInAnyOrder(
                        "[\"body\",\"probe\",\"url\"]",
                        "[\"body\",\"probe\",\"interval_seconds\"]",
                        "[\"body\",\"probe\",\"expected_status\"]");
        assertThat(
                        places(
                                () -> change(
                                        "{\"probe\":{\"kind\":\"tls\",\"target\":\"shop\",\"interval_seconds\":5,\"timeout_ms\":5000}}")))
                .containsExactly("[\"body\",\"probe\",\"timeout_ms\"]", "[\"body\",\"probe\",\"target\"]");
    }

    @Test
    void every_way_to_expect_a_status_is_understood() {
        for (String expected : List.of("200", "2xx", "200,204", "2xx-3xx", "200-299, 404")) {
            assertThat(change("{\"probe\":{\"kind\":\"http\",\"url\":\"http://s.example\",\"expected_status\":\""
                                    + expected + "\"}}")
                            .probe())
                    .extracting(Probe::expectedStatus)
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_is_not_sent_stays_and_null_clears() {
        assertThat(change("{\"owner\":\"payments\"}").probe()).isEqualTo(BEFORE.probe());
        assertThat(change("{\"probe\":null}").probe()).isNull();
    }

    @Test
    void nothing_new_is_equal_to_before() {
        assertThat(change("{\"name\":\"Shop\",\"unknown\":1}")).isEqualTo(BEFORE);
    }

    @Test
    void a_proof_and_the_key_are_not_changed_by_hand() {
        assertThat(places(() -> change("{\"verified\":true,\"asset_key\":\"x\",\"verification_token\":\"t\"}")))
                .hasSize(3);
        assertThat(places(() -> change("{\"name\":null}"))).containsExactly("[\"body\",\"name\"]");
    }

    @Test
    void the_name_of_a_web_asset_is_a_domain() {
        assertThat(places(() -> change("{\"type\":\"external_web\",\"name\":\"not a domain\"}")))
                .containsExactly("[\"body\",\"name\"]");
        assertThat(change("{\"type\":\"external_web\",\"name\":\"shop.example:8443\"}")
                        .name())
                .isEqualTo("shop.example:8443");
    }

    private static AssetFields create(String json) {
        return AssetForm.create(body(json));
    }

    private static AssetFields change(String json) {
        return AssetForm.change(body(json), BEFORE);
    }

    private static Body body(String json) {
        return Body.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> places(ThrowingCallable call) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, call);
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        return problem.detail().orElseThrow().asJsonArray().stream()
                .map(item -> item.asJsonObject().getJsonArray("loc").toString())
                .toList();
    }
}
