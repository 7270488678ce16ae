package io.secplat.api.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.api.findings.Findings;
import io.secplat.contracts.model.JobStatus;
import io.secplat.contracts.model.JobType;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LeaseTokenTest {

    private static final UUID TOKEN = UUID.fromString("3f0a6a58-7c0e-4b0a-9f43-2f5d0f2f9b11");
    private static final Instant NOW = Instant.parse("2026-05-04T07:20:00Z");

    @Test
    void text_that_is_no_uuid_is_no_token() {
        assertThat(LeaseToken.parse(TOKEN.toString())).hasValue(TOKEN);
        assertThat(LeaseToken.parse("mine")).isEmpty();
    }

    @Test
    void nothing_that_is_printed_shows_a_token() {
        Job job = new Job(
                7,
                JobType.TLS_HEADERS,
                1,
                null,
                JobStatus.RUNNING,
                NOW,
                NOW,
                null,
                null,
                0,
                JsonValue.EMPTY_JSON_OBJECT,
                null,
                null,
                null,
                JobPriority.NORMAL,
                null);
        ScanTarget target = new ScanTarget(1, "billing-web", "external_web", "example.org", true, null);

        assertThat(new Claim.Granted(TOKEN, NOW, job, target).toString()).isEqualTo("Granted[job 7]");
        assertThat(new Completion(TOKEN, JobStatus.DONE, null, null).toString()).isEqualTo("Completion[done]");
        assertThat(new Findings.Lease(7, TOKEN).toString()).isEqualTo("Lease[job 7]");
    }
}
