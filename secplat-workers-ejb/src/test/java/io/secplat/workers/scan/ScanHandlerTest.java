package io.secplat.workers.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.secplat.contracts.event.StreamName;
import io.secplat.stream.RunningWorker;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ScanHandlerTest extends ScanBench {

    @Test
    void a_job_is_claimed_scanned_reported_and_completed() {
        FakeJobs.Job job = jobs.queue(311);

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(jobs.status(311)).isEqualTo("done");
        assertThat(job.findings).containsExactly(CHECK.key(new io.secplat.contracts.model.AssetKey("shop")));
        assertThat(job.checkedKeys).isEqualTo(job.findings);
        assertThat(job.requestIds).containsExactly("web-7Qd2");
        assertThat(job.log)
                .containsExactly("Scan tls_headers of shop begins", "looking", "Scan ends: 1 checks, 1 findings");
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void a_message_without_a_job_goes_to_the_dead_letters_with_its_reason() {
        courier.add(StreamName.SCAN, Map.of("foo", "bar"));
        courier.add(StreamName.SCAN, Map.of("job_id", "abc"));
        courier.add(StreamName.SCAN, Map.of("job_id", "999999"));

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(courier.deadLetters(StreamName.SCAN))
                .extracting(letter -> letter.fields().get("error"))
                .containsExactly("missing_job_id", "invalid_job_id", "job_not_found");
    }

    @Test
    void a_job_that_is_not_ours_is_acknowledged_and_left_alone() {
        FakeJobs.Job job = jobs.queue(1);
        jobs.cancel(1);

        try (RunningWorker worker = worker("a", this::findOne)) {
            settled();
        }

        assertThat(scans).hasValue(0);
        assertThat(job.completions).isZero();
        assertThat(courier.deadLetters(StreamName.SCAN)).isEmpty();
    }

    @Test
    void heartbeats_and_log_lines_are_sent_while_the_scan_runs() {
        jobs.queue(1);

        try (RunningWorker worker = worker("a", this::findOneAfterTheGate)) {
            await().until(() -> jobs.heartbeats(1) >= 3);
            assertThat(jobs.log(1)).contains("looking");
            assertThat(jobs.status(1)).isEqualTo("running");
            gate.countDown();
            settled();
        }

        assertThat(jobs.status(1)).isEqualTo("done");
    }
}
