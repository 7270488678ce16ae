package io.secplat.workers.scan.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.secplat.contracts.model.AssetKey;
import io.secplat.contracts.model.Severity;
import io.secplat.workers.api.Api;
import io.secplat.workers.api.ApiAnswer;
import io.secplat.workers.api.ApiUnavailableException;
import io.secplat.workers.scan.Check;
import io.secplat.workers.scan.Claim;
import io.secplat.workers.scan.Lease;
import io.secplat.workers.scan.LeaseLostException;
import io.secplat.workers.scan.ScanReport;
import io.secplat.workers.scan.TlsSummary;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpJobsTest {

    private static final Lease LEASE = new Lease(7, "t-1", "web-7Qd2");

    private final List<String> sent = new ArrayList<>();
    private ApiAnswer answer = accepted("{}");
    private final Api api = call -> {
        sent.add(call.method() + " " + call.path() + " " + call.body() + " " + call.requestId());
        return answer;
    };
    private final HttpJobs jobs = new HttpJobs(api);

    @Test
    void a_granted_claim_tells_job_target_and_lease() throws Exception {
        answer = accepted("{\"lease_token\":\"t-1\",\"lease_expires_at\":\"2026-05-04T07:21:00Z\","
                + "\"job\":{\"job_id\":7,\"job_type\":\"health_http\"},\"target\":{\"asset_id\":19,"
                + "\"asset_key\":\"billing-web\",\"type\":\"external_web\",\"host\":\"billing.example.org\",\"port\":8443,"
                + "\"probe\":{\"kind\":\"http\",\"url\":\"https://billing.example.org:8443/up\"}}}");

        assertThat(jobs.claim(7, "scan-workers-a-1", "web-7Qd2"))
                .isInstanceOfSatisfying(Claim.Granted.class, granted -> {
                    assertThat(granted.job().lease()).isEqualTo(LEASE);
                    assertThat(granted.job().type()).isEqualTo("health_http");
                    assertThat(granted.job().target().host()).isEqualTo("billing.example.org");
                    assertThat(granted.job().target().port()).contains(8443);
                    assertThat(granted.job().target().probe()).isPresent();
                });
        assertThat(sent)
                .containsExactly("POST /jobs/7/claim {\"worker_id\":\"scan-workers-a-1\",\"any\":true} web-7Qd2");
    }

    @Test
    void the_job_that_is_given_and_its_request_count_and_not_the_one_that_was_asked_for() throws Exception {
        answer = accepted("{\"lease_token\":\"t-2\",\"request_id\":\"web-9\",\"job\":{\"job_id\":9,"
                + "\"job_type\":\"tls_headers\"},\"target\":{\"asset_key\":\"shop\",\"host\":\"shop.example\","
                + "\"port\":null}}");

        assertThat(jobs.claim(7, "w", "web-7Qd2")).isInstanceOfSatisfying(Claim.Granted.class, granted -> assertThat(
                        granted.job().lease())
                .isEqualTo(new Lease(9, "t-2", "web-9")));
    }

    @Test
    void a_probe_that_the_claim_lacks_is_asked_for() throws Exception {
        answer = accepted("{\"lease_token\":\"t-1\",\"job\":{\"job_type\":\"health_http\"},\"probe\":null,"
                + "\"target\":{\"asset_key\":\"billing-web\",\"host\":\"billing.example.org\",\"port\":null}}");

        jobs.claim(7, "w", "r");

        assertThat(sent).contains("GET /assets/by-key/billing-web null r");
    }

    @Test
    void a_refused_claim_says_whose_job_it_is() throws Exception {
        answer = refused(404);
        assertThat(jobs.claim(7, "w", "r")).isInstanceOf(Claim.Unknown.class);
        answer = refused(409);
        assertThat(jobs.claim(7, "w", "r")).isEqualTo(new Claim.NotOurs("no"));
        answer = refused(403);
        assertThatThrownBy(() -> jobs.claim(7, "w", "r")).isInstanceOf(ApiUnavailableException.class);
    }

    @Test
    void a_conflict_means_that_the_lease_is_lost() {
        answer = refused(409);

        assertThatThrownBy(() -> jobs.heartbeat(LEASE)).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> jobs.log(LEASE, List.of("x"))).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> jobs.findings(LEASE, List.of())).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> jobs.failed(LEASE, "x")).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void findings_go_with_job_and_lease_in_the_shape_of_the_contract() throws Exception {
        answer = accepted("{\"results\":[],\"created\":0,\"updated\":0,\"failed\":1}");
        ScanReport report = ScanReport.of(new AssetKey("billing-web"))
                .failed(
                        new Check("header_scan", "security_headers", "headers", "Missing CSP"),
                        Severity.MEDIUM,
                        "seen",
                        "mend")
                .done();

        assertThat(jobs.findings(LEASE, report.findings())).isEqualTo(1);
        assertThat(sent)
                .containsExactly("POST /findings/batch {\"lease_token\":\"t-1\",\"job_id\":7,\"findings\":["
                        + "{\"finding_key\":\"b8d3da43aa6ce4a2984e1a27ff1b084d\",\"asset_key\":\"billing-web\","
                        + "\"title\":\"Missing CSP\",\"category\":\"security_headers\",\"severity\":\"medium\","
                        + "\"confidence\":\"high\",\"evidence\":\"seen\",\"remediation\":\"mend\","
                        + "\"source\":\"header_scan\"}]} web-7Qd2");
    }

    @Test
    void references_of_a_finding_travel_in_its_metadata() throws Exception {
        answer = accepted("{\"failed\":0}");
        ScanReport report = ScanReport.of(new AssetKey("billing-web"))
                .failed(
                        new Check("header_scan", "security_headers", "headers", "Weak CSP"),
                        Severity.LOW,
                        "seen",
                        "mend",
                        List.of("https://docs.example/csp"))
                .done();

        jobs.findings(LEASE, report.findings());

        assertThat(sent)
                .singleElement()
                .asString()
                .contains("\"scanner_metadata_json\":{\"references\":[\"https://docs.example/csp\"]}}");
    }

    @Test
    void what_a_scan_measured_is_in_the_summary() throws Exception {
        jobs.done(
                LEASE,
                ScanReport.of(new AssetKey("billing-web"))
                        .measured(
                                "headers",
                                Json.createObjectBuilder().add("grade", "B").build())
                        .done());

        assertThat(sent)
                .containsExactly("POST /jobs/7/complete {\"lease_token\":\"t-1\",\"status\":\"done\",\"summary\":"
                        + "{\"checked_finding_keys\":[],\"findings\":0,\"headers\":{\"grade\":\"B\"}}} web-7Qd2");
    }

    @Test
    void the_end_of_a_job_carries_its_summary_or_its_error() throws Exception {
        jobs.done(
                LEASE,
                ScanReport.of(new AssetKey("billing-web"))
                        .passed(new Check("header_scan", "security_headers", "headers", "Missing CSP"))
                        .tlsVersion("1.3")
                        .done());
        jobs.failed(LEASE, "Target refused");

        assertThat(sent)
                .containsExactly(
                        "POST /jobs/7/complete {\"lease_token\":\"t-1\",\"status\":\"done\",\"summary\":"
                                + "{\"checked_finding_keys\":[\"b8d3da43aa6ce4a2984e1a27ff1b084d\"],\"findings\":0,"
                                + "\"tls_version\":\"1.3\"}} web-7Qd2",
                        "POST /jobs/7/complete {\"lease_token\":\"t-1\",\"status\":\"failed\",\"error\":"
                                + "\"Target refused\"} web-7Qd2");
    }

    @Test
    void a_graded_tls_server_is_told_in_the_summary() throws Exception {
        TlsSummary.Certificate certificate = new TlsSummary.Certificate(
                "CN=a",
                "CN=b",
                List.of("a.example"),
                Instant.parse("2026-03-01T00:00:00Z"),
                30,
                "RSA 2048 bits",
                List.of("SHA256withRSA"),
                Optional.of("no path"),
                true);
        TlsSummary tls = new TlsSummary(
                "T",
                "A",
                94,
                true,
                List.of("TLS 1.3"),
                List.of("TLS_AES_128_GCM_SHA256"),
                List.of("ECDH x25519"),
                Optional.empty(),
                Optional.of(certificate),
                List.of("T: the certificate is not trusted (Certificate inspection)"));

        jobs.done(LEASE, ScanReport.of(new AssetKey("billing-web")).tls(tls).done());

        assertThat(sent)
                .containsExactly("POST /jobs/7/complete {\"lease_token\":\"t-1\",\"status\":\"done\",\"summary\":"
                        + "{\"checked_finding_keys\":[],\"findings\":0,\"tls\":{\"grade\":\"T\","
                        + "\"grade_trust_ignored\":\"A\",\"score\":94,\"complete\":true,\"protocols\":[\"TLS 1.3\"],"
                        + "\"suites\":[\"TLS_AES_128_GCM_SHA256\"],\"key_exchanges\":[\"ECDH x25519\"],"
                        + "\"server_preference\":null,\"certificate\":{\"subject\":\"CN=a\",\"issuer\":\"CN=b\","
                        + "\"names\":[\"a.example\"],\"expires_at\":\"2026-03-01T00:00:00Z\",\"days_left\":30,"
                        + "\"key\":\"RSA 2048 bits\",\"signatures\":[\"SHA256withRSA\"],\"trusted\":false,"
                        + "\"distrust\":\"no path\",\"name_matches\":true},"
                        + "\"reasons\":[\"T: the certificate is not trusted (Certificate inspection)\"]}}} web-7Qd2");
    }

    private static ApiAnswer accepted(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return new ApiAnswer.Accepted(200, reader.readValue());
        }
    }

    private static ApiAnswer refused(int status) {
        return new ApiAnswer.Refused(status, "no", JsonValue.EMPTY_JSON_OBJECT);
    }
}
