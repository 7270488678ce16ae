package io.secplat.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two minutes of the fault harness; the seeds and what befell them are printed. */
class FaultsIT {

    private static final int SECONDS = 100;

    @Test
    void no_job_is_lost_doubled_or_stuck_whatever_dies() throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();

        assertThat(Faults.of(root, System.out, 1, 100, SECONDS).call()).isZero();
    }
}
