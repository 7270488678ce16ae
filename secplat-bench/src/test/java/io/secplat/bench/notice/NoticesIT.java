package io.secplat.bench.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.bench.report.Printout;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Half a minute of the notifier's fault harness; the seeds and what befell them are printed, and told when it fails. */
class NoticesIT {

    private static final int SECONDS = 15;

    /** So short that an heir finds what a dead notifier had in hand before it reads on. */
    private static final long CLAIM_IDLE_MS = 120;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void each_message_is_told_once_and_in_order_whatever_dies() throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        Printout printout = new Printout(System.out);

        assertThat(Notices.of(root, printout.out(), SECONDS, 200, 6, CLAIM_IDLE_MS)
                        .call())
                .as("%s", printout.end())
                .isZero();
    }
}
