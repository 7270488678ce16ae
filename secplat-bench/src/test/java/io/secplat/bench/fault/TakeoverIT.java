package io.secplat.bench.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.secplat.local.store.Folders;
import io.secplat.local.store.TestStores;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another worker stands in for one that was killed, once its lease has ended; how soon, the bench of the queue tells. */
class TakeoverIT {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void the_job_of_a_killed_worker_begins_anew_after_the_end_of_its_lease_and_not_before() throws Exception {
        Path home = TestStores.home("takeover");
        try (Stores stores = Stores.start(Path.of("").toAbsolutePath().getParent(), home)) {
            List<Double> seconds = new Replicas(stores, home.resolve("takeover.log")).takeoverSeconds(3);

            assertThat(seconds).hasSizeGreaterThanOrEqualTo(3).allMatch(delay -> delay > 0);
        }
        Folders.delete(home);
    }
}
