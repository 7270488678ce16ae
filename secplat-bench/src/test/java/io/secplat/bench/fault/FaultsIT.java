package io.secplat.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.bench.report.Printout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Two minutes of the fault harness; the seeds and what befell them are printed, and told when it fails. */
class FaultsIT {

    private static final int SECONDS = 100;

    @Test
    void no_job_is_lost_doubled_or_stuck_whatever_dies() throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        Printout printout = new Printout(System.out);

        assertThat(Faults.of(root, printout.out(), 1, 100, SECONDS).call())
                .as("%s", printout.end())
                .isZero();
    }
}
